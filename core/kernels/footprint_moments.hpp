// The moments of a footprint beyond an angle: all that a turn through a piecewise parabolic density asks of it.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace sise {

/// T_j(d) = ∫ from d to half a turn of S(φ) (φ − d)^j dφ for j = 0, 1, 2, at every bearing step. S is symmetric.
struct FootprintMoments {
  std::vector<double> t0, t1, t2;  ///< element n at d = n bearing steps; beyond the last they are 0

  /// From the footprint's means over panels from the axis outwards, `panels_per_step` of them in each bearing step.
  void of_panels(std::span<const double> panel_means, std::size_t panels_per_step, double step_rad);
};

}  // namespace sise
