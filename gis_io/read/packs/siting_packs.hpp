// Rules that stand beside the criteria of risk: siting rules of law, distances of design codes, the British advice. A mistake in one is
// refused with its line.
#pragma once
#include <filesystem>
#include <string>

#include "core/criteria/advice.hpp"
#include "core/criteria/design_codes.hpp"
#include "core/criteria/law.hpp"

namespace sise {

/// "siting", or a path ending in .toml relative to `folder`. Throws ConfigError with every problem and its line.
[[nodiscard]] LawPack law_pack(const std::string& name = "siting", const std::filesystem::path& folder = {});
/// "padhi", or a path.
[[nodiscard]] AdvicePack advice_pack(const std::string& name = "padhi", const std::filesystem::path& folder = {});
/// Every built-in table of distances.
[[nodiscard]] DesignCodes design_codes();
/// A table of distances as text; `name` is told in messages.
[[nodiscard]] DesignCodes design_codes_from(std::string_view text, const std::string& name);

}  // namespace sise
