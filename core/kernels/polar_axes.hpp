// The nodes of a polar table: distances in geometric progression, bearings evenly around the circle.
#pragma once
#include <cmath>
#include <cstddef>

namespace sise {

struct PolarAxes {
  double first_m = 1.0;       ///< interpolation starts here
  double ratio = 1.02;        ///< between one distance and the next
  std::size_t intervals = 0;  ///< between first_m and reach_m()
  std::size_t bearings = 720;
  double first_bearing_deg = 0.0;  ///< true bearing of node 0

  /// One ring inside first_m and one outside the reach serve the interpolation at the ends.
  [[nodiscard]] std::size_t rings() const { return intervals + 3; }
  [[nodiscard]] double ring_m(std::size_t ring) const {
    return first_m * std::pow(ratio, static_cast<double>(ring) - 1.0);
  }
  [[nodiscard]] double reach_m() const { return ring_m(intervals + 1); }
  [[nodiscard]] double bearing_step_deg() const { return 360.0 / static_cast<double>(bearings); }
  [[nodiscard]] double bearing_deg(std::size_t node) const {
    return first_bearing_deg + static_cast<double>(node) * bearing_step_deg();
  }
};

/// Rings needed so that reach_m() is at least `reach_m`.
[[nodiscard]] inline std::size_t intervals_to(double reach_m, double first_m, double ratio) {
  return reach_m > first_m ? static_cast<std::size_t>(std::ceil(std::log(reach_m / first_m) / std::log(ratio))) : 1;
}

}  // namespace sise
