// What no risk can exceed: the scale of sums of some units.
#pragma once
#include <algorithm>
#include <span>

#include "core/risk/risk_model.hpp"

namespace sise {

/// The frequency of all accidents of these units together, per year; above 0, so that a scale can be made of it.
[[nodiscard]] inline double all_frequencies(const RiskModel& risk, std::span<const std::size_t> units) {
  constexpr double kLeast_per_year = 1e-300;
  double sum = 0.0;
  for (const std::size_t unit : units) {
    for (const RiskCase& c : risk.unit(unit).cases) sum += c.frequency_per_year;
  }
  return std::max(sum, kLeast_per_year);
}

}  // namespace sise
