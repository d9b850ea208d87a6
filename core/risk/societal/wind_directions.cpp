#include "core/risk/societal/wind_directions.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

/// ∫ (c0 + c1 ξ + c2 ξ²) dξ from a to b.
double integral(const std::array<double, 3>& c, double a, double b) {
  return c[0] * (b - a) + c[1] * (b * b - a * a) / 2.0 + c[2] * (b * b * b - a * a * a) / 3.0;
}

}  // namespace

WindDirections::WindDirections(const BearingNodes& nodes, std::size_t fewest)
    : nodes_(nodes), finer_((fewest + nodes.count() - 1) / nodes.count()), count_(finer_ * nodes.count()) {}

double WindDirections::step_rad() const { return 2.0 * std::numbers::pi / static_cast<double>(count_); }

std::size_t WindDirections::bin_of(double bearing_turns) const {
  const double turns = bearing_turns - nodes_.first_bearing_deg() / 360.0;
  const double within = turns - std::floor(turns);
  return static_cast<std::size_t>(within * static_cast<double>(count_)) % count_;
}

double WindDirections::bearing_deg(std::size_t direction) const {
  return nodes_.first_bearing_deg() + 360.0 * static_cast<double>(direction) / static_cast<double>(count_);
}

std::vector<double> WindDirections::shares(const DirectionDensity& density) const {
  const std::size_t per_sector = finer_ * nodes_.per_sector;
  const double width_rad = density.layout().width_deg() * std::numbers::pi / 180.0;
  const double halves = 2.0 * static_cast<double>(per_sector);
  std::vector<double> shares(count_);
  for (std::size_t sector = 0; sector < nodes_.sectors(); ++sector) {
    const std::array<double, 3> terms = density.polynomial_per_rad(sector);
    for (std::size_t half = 0; half < 2 * per_sector; ++half) {
      const double from = static_cast<double>(half) / halves;
      const double to = static_cast<double>(half + 1) / halves;
      const std::size_t direction = (sector * per_sector + (half + 1) / 2) % count_;
      shares[direction] += width_rad * integral(terms, from, to);
    }
  }
  return shares;
}

}  // namespace sise
