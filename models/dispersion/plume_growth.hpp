// How high a plume from the ground has grown, and how it is shaped.
#pragma once
#include <span>
#include <vector>

#include "models/atmosphere/surface_layer.hpp"

namespace sise {

/// Mean height of a plume released at the ground, at the distances e^log_x (ascending, in metres):
///   dz/dx = K(p z)/(u(p z) p z), p = 1.55 (van Ulden 1978), from z = z0/p at the source.
/// p is exact for power laws of wind and diffusivity and changes by 3 % over all of them.
[[nodiscard]] std::vector<double> mean_plume_heights_m(const SurfaceLayer& air, std::span<const double> log_x);

/// Exponent s of the profile exp(-(B z/mean)^s) of a plume of this mean height: 2 + m - n with the local exponents of wind
/// and diffusivity at 0.6 of the mean height (exact for power laws; Gryning, van Ulden and Larsen 1983). n counts at most
/// 1: in unstable air K grows faster than z, which would make the profile more peaked at the ground than the towers of
/// Prairie Grass ever show (s = 1.0 to 1.35 there).
[[nodiscard]] double profile_exponent(const SurfaceLayer& air, double mean_height_m);

/// B = Gamma(2/s)/Gamma(1/s): makes the mean height of exp(-(B z/mean)^s) what it is called.
[[nodiscard]] double profile_scale(double exponent);

}  // namespace sise
