// Risk as whole numbers, which add up to the same sum in any order.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sise {

/// A power of two of units to one per year, chosen so that all accidents of a study together fit.
class RiskScale {
 public:
  /// all_per_year: the sum of all frequencies, which no place's risk exceeds.
  explicit RiskScale(double all_per_year = 1.0)
      : per_unit_(std::ldexp(1.0, kFinest + std::max(0, static_cast<int>(std::ceil(std::log2(all_per_year / kFits)))))),
        units_(1.0 / per_unit_) {}

  [[nodiscard]] std::int64_t units(double risk_per_year) const {
    return static_cast<std::int64_t>(std::nearbyint(risk_per_year * units_));
  }
  [[nodiscard]] double risk(std::int64_t units) const { return static_cast<double>(units) * per_unit_; }
  [[nodiscard]] double risk(double units) const { return units * per_unit_; }

 private:
  static constexpr int kFinest = -58;    // 3.5e-18 per year
  static constexpr double kFits = 16.0;  // 2^62 units, with room for what polynomials overshoot
  double per_unit_;
  double units_;
};

}  // namespace sise
