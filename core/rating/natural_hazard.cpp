#include "core/rating/natural_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sise {
namespace {

NaturalClass of_rank(int rank) { return static_cast<NaturalClass>(6 - std::clamp(rank, 1, 5)); }

}  // namespace

std::optional<NaturalClass> natural_class_in_words(std::string_view word) {
  for (const std::string_view ending : {"等级", "级", "区", "风险", "危险性", "危险", "易发"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  constexpr std::array<std::array<std::string_view, 4>, 5> kWords{{{"高", "high", "极高", "最高"},
                                                                   {"较高", "rather high", "中高", "次高"},
                                                                   {"中", "medium", "中等", "一般"},
                                                                   {"较低", "rather low", "中低", "次低"},
                                                                   {"低", "low", "极低", "最低"}}};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (std::find(kWords[i].begin(), kWords[i].end(), word) != kWords[i].end()) return static_cast<NaturalClass>(i + 1);
  }
  return std::nullopt;
}

std::optional<SpreadLimits> spread_limits(std::span<const double> values, const NaturalHazardRules& rules) {
  if (values.empty()) return std::nullopt;
  const auto count = static_cast<double>(values.size());
  SpreadLimits limits;
  limits.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0.0;
  for (const double value : values) squares += (value - limits.mean) * (value - limits.mean);
  limits.deviation = std::sqrt(squares / count);
  if (!(limits.deviation > 0.0)) return std::nullopt;
  for (std::size_t i = 0; i < limits.at_least.size(); ++i) {
    limits.at_least[i] = limits.mean + rules.sigmas[i] * limits.deviation;
  }
  return limits;
}

NaturalClass class_by_spread(double value, const SpreadLimits& limits) {
  constexpr std::array<NaturalClass, 3> kClasses{NaturalClass::high, NaturalClass::rather_high,
                                                 NaturalClass::rather_low};
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (value >= limits.at_least[i]) return kClasses[i];
  }
  return NaturalClass::low;
}

std::array<double, 4> percentile_cuts(std::span<const double> values, std::span<const double, 4> percentiles) {
  constexpr double kPerCent = 100.0;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::array<double, 4> cuts{};
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const double place = percentiles[i] / kPerCent * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    cuts[i] = sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  }
  return cuts;
}

NaturalClass class_by_cuts(double value, std::span<const double, 4> cuts) {
  int rank = 1;
  for (const double cut : cuts) rank += value >= cut ? 1 : 0;
  return of_rank(rank);
}

NaturalClass weighted_class(std::span<const NaturalClass> classes, std::span<const double> weights) {
  constexpr double kHalf = 0.5;
  constexpr double kRounding = 1e-9;  // of weights in decimals: 3.5 must not come out as 3.4999999
  double sum = 0.0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i] == NaturalClass::unknown) return NaturalClass::unknown;
    sum += weights[i] * static_cast<double>(rank_of(classes[i]));
  }
  return of_rank(static_cast<int>(std::floor(sum + kHalf + kRounding)));
}

}  // namespace sise
