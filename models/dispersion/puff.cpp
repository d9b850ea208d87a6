#include "models/dispersion/puff.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "models/dispersion/vertical_term.hpp"

namespace sise {
namespace {

constexpr double kSwitch = 0.5;  // sigma_z over the lid above which the cosine sum is the shorter one

double bell(double t) { return std::exp(-0.5 * t * t); }

double vertical(double sigma_z_m, const PuffColumn& column, double z_m) {
  if (!column.lid_m) return bell((z_m - column.height_m) / sigma_z_m) + bell((z_m + column.height_m) / sigma_z_m);
  if (z_m > *column.lid_m) return 0.0;
  return sigma_z_m > kSwitch * *column.lid_m ? vertical_term_cosines(sigma_z_m, column.height_m, *column.lid_m, z_m)
                                             : vertical_term_images(sigma_z_m, column.height_m, *column.lid_m, z_m);
}

}  // namespace

double puff_axis_kg_m3(const Puff& puff, const PuffColumn& column, double z_m) {
  if (!(z_m >= 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const double root_two_pi = std::sqrt(2.0 * std::numbers::pi);
  const double volume = root_two_pi * root_two_pi * root_two_pi * puff.sigma_m * puff.sigma_m * puff.sigma_z_m;
  return puff.mass_kg / volume * vertical(puff.sigma_z_m, column, z_m);
}

double puff_kg_m3(const Puff& puff, const PuffColumn& column, double east_m, double north_m, double z_m) {
  const double along = (east_m - puff.east_m) / puff.sigma_m;
  const double across = (north_m - puff.north_m) / puff.sigma_m;
  return puff_axis_kg_m3(puff, column, z_m) * std::exp(-0.5 * (along * along + across * across));
}

}  // namespace sise
