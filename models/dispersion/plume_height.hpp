// The mean height of the plume's material above ground.
#pragma once
#include <span>

namespace sise {

/// Mean height of a Gaussian of standard deviation sigma_z around h, reflected at the ground:
/// sigma_z sqrt(2/pi) exp(-h^2/(2 sigma_z^2)) + h erf(h/(sqrt(2) sigma_z)).
/// inverse_variance_z is 1/sigma_z^2 in 1/m2; the sizes are equal and a multiple of kLanes; `out` may be the input.
void mean_plume_height(double release_height_m, std::span<const double> inverse_variance_z, std::span<double> out_m);

}  // namespace sise
