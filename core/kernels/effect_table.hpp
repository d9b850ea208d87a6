// The risk of fires and cloud explosions around a unit, tabulated over distance and bearing with their sharp edges.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace sise {

/// Nodes: rings at even steps from the source outwards, bearings evenly around the circle.
struct EffectAxes {
  double step_m = 1.0;    ///< between rings; at most a metre, so that an edge is at most so far off
  std::size_t rings = 0;  ///< ring 0 is the source itself; 0: nothing is tabulated
  std::size_t bearings = 0;
  double first_bearing_deg = 0.0;  ///< true bearing of node 0

  [[nodiscard]] double ring_m(std::size_t ring) const { return step_m * static_cast<double>(ring); }
  [[nodiscard]] double reach_m() const { return rings == 0 ? 0.0 : ring_m(rings - 1); }
  [[nodiscard]] double bearing_step_deg() const { return 360.0 / static_cast<double>(bearings); }
  [[nodiscard]] double bearing_deg(std::size_t node) const {
    return first_bearing_deg + static_cast<double>(node) * bearing_step_deg();
  }
};

/// Interpolated linearly in bearing and, in the logarithm (from or to 0 in the value), in distance: between nodes it takes
/// no value that they do not enclose.
class EffectTable {
 public:
  EffectTable() = default;  ///< zero everywhere
  /// values: axes.rings rows of axes.bearings values, each at least 0.
  EffectTable(const EffectAxes& axes, std::span<const double> values);

  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] double reach_m() const { return axes_.reach_m(); }
  [[nodiscard]] std::size_t bytes() const { return values_.size() * sizeof(float); }
  [[nodiscard]] static std::size_t bytes(const EffectAxes& axes);

  /// Risk at an offset (dx east, dy north) from the source; grid_north_deg is the true bearing of the dy axis.
  [[nodiscard]] double at(double dx_m, double dy_m, double grid_north_deg) const;

 private:
  EffectAxes axes_;
  std::vector<float> values_;  ///< rows with the first bearing repeated at their end
};

}  // namespace sise
