// Natural hazards of areas in five classes, as censuses of natural disasters tell them, and several of them in one.
// They are another thing than the four colours of accident risk: nothing adds one to the other.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/rating/register/grade.hpp"

namespace sise {

/// Codes of the scheme "natural-hazard". Unknown is no class: it is never low.
enum class NaturalClass : std::uint8_t { unknown = 0, high = 1, rather_high = 2, medium = 3, rather_low = 4, low = 5 };

/// 5 for high to 1 for low, 0 for unknown.
[[nodiscard]] constexpr int rank_of(NaturalClass hazard) {
  return hazard == NaturalClass::unknown ? 0 : 6 - static_cast<int>(hazard);
}
[[nodiscard]] constexpr NaturalClass worst(NaturalClass a, NaturalClass b) { return rank_of(a) >= rank_of(b) ? a : b; }
/// 高, 较高, 中等, 较低, 低 with or without 风险, 危险性 or 等级, or "high" to "low". Codes and numerals are no words.
[[nodiscard]] std::optional<NaturalClass> natural_class_in_words(std::string_view word);

struct NaturalHazardRules {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;  ///< of classes by spread
  RuleMark percentile_mark = RuleMark::recalled;
  std::array<double, 3> sigmas{};  ///< high, rather high and rather low from the mean plus so many standard deviations
  std::array<double, 4> percentiles{};  ///< rather low from the first, high from the last
};

/// Limits of high, rather high and rather low; below the last is low, and there is no medium.
struct SpreadLimits {
  double mean = 0.0;
  double deviation = 0.0;  ///< of the whole population
  std::array<double, 3> at_least{};
};
/// Nothing where the values do not differ.
[[nodiscard]] std::optional<SpreadLimits> spread_limits(std::span<const double> values,
                                                        const NaturalHazardRules& rules);
[[nodiscard]] NaturalClass class_by_spread(double value, const SpreadLimits& limits);

/// The values at the percentiles, by linear interpolation between ranks. `values` are at least one.
[[nodiscard]] std::array<double, 4> percentile_cuts(std::span<const double> values,
                                                    std::span<const double, 4> percentiles);
/// Low below the first cut, high from the last one on.
[[nodiscard]] NaturalClass class_by_cuts(double value, std::span<const double, 4> cuts);

/// Several hazards in one place: the weighted sum of their ranks, rounded half up. Unknown where one of them is.
/// Weights sum up to 1.
[[nodiscard]] NaturalClass weighted_class(std::span<const NaturalClass> classes, std::span<const double> weights);

}  // namespace sise
