#include "models/release/pool_spreading.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/base/constants.hpp"

namespace sise {
namespace {

double disc_radius_m(double area_m2) { return std::sqrt(area_m2 / std::numbers::pi); }

double bund_radius_m(const PoolBasin& basin) {
  return basin.bund_m2 ? disc_radius_m(*basin.bund_m2) : std::numeric_limits<double>::infinity();
}

double front_speed_m_s(const PoolBasin& basin, double radius_m, double volume_m3) {
  const double depth_m = volume_m3 / (std::numbers::pi * radius_m * radius_m);
  return std::sqrt(2.0 * kGravity_m_s2 * std::fmax(0.0, depth_m - basin.min_thickness_m));
}

double spread_by_gravity_m(const PoolBasin& basin, double r, double volume_m3, double later_m3, double dt_s) {
  const double middle_m3 = 0.5 * (volume_m3 + later_m3);
  const double k1 = front_speed_m_s(basin, r, volume_m3);
  const double k2 = front_speed_m_s(basin, r + 0.5 * dt_s * k1, middle_m3);
  const double k3 = front_speed_m_s(basin, r + 0.5 * dt_s * k2, middle_m3);
  const double k4 = front_speed_m_s(basin, r + dt_s * k3, later_m3);
  return r + dt_s / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
}

}  // namespace

std::optional<PoolSpreading> pool_spreading_from(std::string_view name) {
  if (name == "instant") return PoolSpreading::instant;
  if (name == "gravity") return PoolSpreading::gravity;
  return std::nullopt;
}

double first_radius_m(const PoolBasin& basin, double volume_m3) {
  const double free_m = basin.spreading == PoolSpreading::instant ? disc_radius_m(volume_m3 / basin.min_thickness_m)
                                                                  : std::cbrt(volume_m3 / std::numbers::pi);
  return std::min(free_m, bund_radius_m(basin));
}

double later_radius_m(const PoolBasin& basin, double radius_m, double volume_m3, double later_volume_m3, double dt_s) {
  double free_m = first_radius_m(basin, later_volume_m3);
  if (basin.spreading == PoolSpreading::gravity && radius_m > 0.0) {
    // No farther than the layer that the volume still allows: a long step may not overshoot.
    const double thinnest_m = disc_radius_m(std::fmax(volume_m3, later_volume_m3) / basin.min_thickness_m);
    free_m = std::min(spread_by_gravity_m(basin, radius_m, volume_m3, later_volume_m3, dt_s), thinnest_m);
  }
  return std::max(radius_m, std::min(free_m, bund_radius_m(basin)));
}

}  // namespace sise
