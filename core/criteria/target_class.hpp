// The classes of protected targets after GB 36894-2018.
#pragma once
#include <optional>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

enum class TargetClass { high_sensitivity, important, general_1, general_2, general_3 };

[[nodiscard]] std::string_view name_of(TargetClass target_class);
[[nodiscard]] Text label_of(TargetClass target_class);
/// Accepts the identifiers, 高敏感防护目标, 重要防护目标, 一般防护目标一类/二类/三类 and their short forms
/// (高敏感, 重要, 一类, 一般一类, 一般1类 ...).
[[nodiscard]] std::optional<TargetClass> target_class_from(std::string_view name);

}  // namespace sise
