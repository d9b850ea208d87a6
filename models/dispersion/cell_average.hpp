// What a raster cell near a source holds: the plume's average over the cell, not its value at the centre.
#pragma once
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// A square cell in the plume's own coordinates.
struct PlumeCell {
  double x_m = 0.0;  ///< centre, downwind
  double y_m = 0.0;  ///< centre, crosswind
  double side_m = 0.0;
  double rotation_rad =
      0.0;  ///< of the cell's sides against the wind, any sense: a square does not mind a quarter turn
};

/// Average concentration over the cell at height z, to better than 1 % (the quadrature asks for 0.1 %): analytic across
/// the wind, adaptive along it; in calm air adaptive in both. Cells tile: the sum over a raster times the cell's area
/// does not depend on where the raster starts.
[[nodiscard]] double cell_average_kg_m3(const GaussianPlume& plume, const PlumeCell& cell, double z_m);

/// Beyond this distance from the source the centre's value is within 1 % of the average where it matters (on and near the
/// axis): sigma_y is at least 2.5 cell sides and the distance at least 10.
[[nodiscard]] double cell_average_reach_m(const GaussianPlume& plume, double side_m);

}  // namespace sise
