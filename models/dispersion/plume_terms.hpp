// The plume formula itself, over arrays.
#pragma once
#include <span>

namespace sise {

/// Everything that varies from point to point. All spans have the same length, a multiple of kLanes.
struct PlumePoints {
  std::span<const double> x_m, y_m, z_m;
  std::span<const double> inverse_sigma_y, inverse_sigma_z;  ///< 1/m
  std::span<const double> inverse_wind;                      ///< s/m
};

/// out = C/Q in s/m3 without a lid.
void unit_plume(const PlumePoints& points, double height_m, std::span<double> out_s_m3);

/// out = C/Q in s/m3 under a lid at `lid_m` >= `height_m`; zero above it. Images in ground and lid while
/// sigma_z <= 0.5 lid, the cosine (Poisson) sum above, which is the uniform limit to double precision above 2.8. How many
/// terms count is decided for each point by itself; what is left out is below 1e-17 of the sum.
void unit_plume_under_lid(const PlumePoints& points, double height_m, double lid_m, std::span<double> out_s_m3);

}  // namespace sise
