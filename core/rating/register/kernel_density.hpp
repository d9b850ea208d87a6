// The density of weighted points by a quartic kernel. A statistic that misleads as a colour: it spreads over water and
// borders, and ten low points outrank a major one. It is made on request, under its own name.
#pragma once
#include <span>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"

namespace sise {

struct WeightedPoint {
  Point at;
  double weight = 0.0;
};

/// Weight per km² at `distance_m` from a point of weight 1: 3 / (pi h²) (1 - d²/h²)², 0 from h on. `radius_m` (h) is above 0.
[[nodiscard]] double quartic_kernel(double distance_m, double radius_m);

/// Weight per km² at the centre of every cell.
/// Same values for any number of threads. Throws Interrupted.
[[nodiscard]] Raster<float> kernel_density(const GridSpec& grid, std::span<const WeightedPoint> points, double radius_m,
                                           Progress* progress);

}  // namespace sise
