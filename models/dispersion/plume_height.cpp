#include "models/dispersion/plume_height.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace sise {

void mean_plume_height(double release_height_m, std::span<const double> inverse_sigma_z, std::span<double> out_m) {
  const double root_2_over_pi = std::sqrt(2.0 / std::numbers::pi);
  for (std::size_t i = 0; i < out_m.size(); ++i) {
    const double scaled = release_height_m * inverse_sigma_z[i];
    out_m[i] = root_2_over_pi * std::exp(-0.5 * scaled * scaled) / inverse_sigma_z[i] +
               release_height_m * std::erf(scaled / std::numbers::sqrt2);
  }
}

}  // namespace sise
