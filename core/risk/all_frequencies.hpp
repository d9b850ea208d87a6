// What no risk can exceed: the scale of sums of some units.
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>

#include "core/risk/risk_model.hpp"

namespace sise {

/// The frequency of all accidents of `count` units together, per year; above 0, so that a scale can be made of it.
template <class UnitAt>
[[nodiscard]] double all_frequencies(std::size_t count, const UnitAt& unit_at) {
  constexpr double kLeast_per_year = 1e-300;
  double sum = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    const RiskUnit& unit = unit_at(i);
    for (const RiskCase& c : unit.cases) sum += c.frequency_per_year;
  }
  return std::max(sum, kLeast_per_year);
}

/// The same of some of a model's units.
[[nodiscard]] inline double all_frequencies(const RiskModel& risk, std::span<const std::size_t> units) {
  return all_frequencies(units.size(), [&](std::size_t i) -> const RiskUnit& { return risk.unit(units[i]); });
}

}  // namespace sise
