// The interval of scaled distance in which a blast fit holds.
#pragma once
#include <limits>

namespace sise {

/// Scaled distances Z = r / W^(1/3) in m/kg^(1/3); z_max is infinite for a curve without an outer edge.
struct FitRange {
  double z_min = 0.0;
  double z_max = std::numeric_limits<double>::infinity();

  /// z, moved onto an edge that it misses by rounding only; NaN outside the fit. The cube root of the charge rounds:
  /// a point placed at Z = 40 by hand arrives here as 40.000000000000007.
  [[nodiscard]] double admit(double z) const {
    constexpr double kRounding = 1e-9;
    if (z >= z_min && z <= z_max) return z;
    if (z > z_max && z <= z_max * (1.0 + kRounding)) return z_max;
    if (z < z_min && z >= z_min * (1.0 - kRounding)) return z_min;
    return std::numeric_limits<double>::quiet_NaN();
  }
};

}  // namespace sise
