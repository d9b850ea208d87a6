// Pasquill stability classes, with the half classes of GB/T 13201.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

enum class Stability { A, AB, B, BC, C, CD, D, DE, E, EF, F };

/// "A", "A-B", ... "F".
[[nodiscard]] std::string_view name_of(Stability stability);
/// Accepts "A", "a", "A-B", "AB"; nullopt for anything else.
[[nodiscard]] std::optional<Stability> stability_from(std::string_view name);

}  // namespace sise
