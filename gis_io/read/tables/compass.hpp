// Wind directions written as points of the compass, in Chinese or English.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

/// Degrees clockwise from north that the wind blows from: "NNE", "北东北", "北北东", "东北偏北" are 22.5; a trailing 风 is
/// ignored. nullopt for anything else.
[[nodiscard]] std::optional<double> compass_point_deg(std::string_view text);

/// "C", "CALM", "静风" and the like: no wind, hence no direction.
[[nodiscard]] bool says_calm(std::string_view text);

/// "VRB", "V", "不定" and the like: wind without a steady direction.
[[nodiscard]] bool says_variable(std::string_view text);

}  // namespace sise
