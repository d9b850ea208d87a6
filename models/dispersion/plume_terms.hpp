// The plume formula itself, over arrays.
#pragma once
#include <span>

namespace sise {

/// Everything that varies from point to point. All spans have the same length, a multiple of kLanes.
struct PlumePoints {
  std::span<const double> x_m, y_m, z_m;
  std::span<const double> inverse_variance_y, inverse_variance_z;  ///< 1/sigma^2, 1/m2
};

/// out = factor/(2 pi sigma_y sigma_z) exp(-y^2/(2 sigma_y^2)) V without a lid; the factor is the rate over the wind.
void plume_terms(const PlumePoints& points, double height_m, double factor, std::span<double> out);

/// The same under a lid at `lid_m` >= `height_m`; zero above it. Images in ground and lid while sigma_z <= 0.5 lid, the
/// cosine (Poisson) sum above, which is the uniform limit to double precision above 2.8. How many terms count is decided
/// for each point by itself; what is left out is below 1e-17 of the sum.
void plume_terms_under_lid(const PlumePoints& points, double height_m, double lid_m, double factor,
                           std::span<double> out);

}  // namespace sise
