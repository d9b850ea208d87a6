#include "core/effects/congestion.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>

#include "core/geometry/operations.hpp"
#include "models/base/error.hpp"
#include "models/explosion/multi_energy.hpp"
#include "models/numeric/gauss_legendre.hpp"

namespace sise {
namespace {

constexpr std::size_t kSteps = 128;  // of the envelope, along the wind

void check(const ObstructedRegion& region, Problems& problems) {
  const Location where{.feature = region.id};
  if (!(region.height_m > 0.0) || !std::isfinite(region.height_m)) {
    problems.error("parameter_out_of_range",
                   {fmt::format("height_m must be a positive number, here {}", region.height_m),
                    fmt::format("height_m 必须为正数, 当前值 {}", region.height_m)},
                   where);
  }
  if (!(region.free_share > 0.0) || region.free_share > 1.0) {
    problems.error("parameter_out_of_range",
                   {fmt::format("free_share must be above 0, at most 1, here {}", region.free_share),
                    fmt::format("free_share 必须大于 0 且不大于 1, 当前值 {}", region.free_share)},
                   where);
  }
  if (const std::optional<Invalidity> fault = invalidity(as_geometry(region.area))) {
    problems.error("invalid_geometry", fault->reason, where);
  }
}

/// Downwind and crosswind coordinates on the map.
struct Axes {
  explicit Axes(const CloudPlace& cloud)
      : source(cloud.source),
        east(std::sin(cloud.towards_deg * std::numbers::pi / 180.0)),
        north(std::cos(cloud.towards_deg * std::numbers::pi / 180.0)) {}

  [[nodiscard]] Point at(double x_m, double y_m) const {
    return {source.x + x_m * east - y_m * north, source.y + x_m * north + y_m * east};
  }

  Point source;
  double east;
  double north;
};

/// The volume that region and cloud share, level by level, and its centre.
ObstructedExplosion shared_volume(const ObstructedRegion& region, const FlammableCloud& cloud,
                                  const CloudPlace& place) {
  ObstructedExplosion shared{.id = region.id};
  for (const QuadratureNode& level : gauss_nodes(0.0, region.height_m)) {
    const MultiPolygon common = intersection(region.area, envelope_at(cloud, place, level.at));
    const double volume_m3 = level.weight * area_m2(common) * region.free_share;
    if (volume_m3 == 0.0) continue;
    const Point centre = centroid(as_geometry(common));
    shared.volume_m3 += volume_m3;
    shared.centre.x += volume_m3 * (centre.x - place.source.x);
    shared.centre.y += volume_m3 * (centre.y - place.source.y);
  }
  if (shared.volume_m3 == 0.0) return shared;
  shared.centre = {place.source.x + shared.centre.x / shared.volume_m3,
                   place.source.y + shared.centre.y / shared.volume_m3};
  shared.energy_J = shared.volume_m3 * kStoichiometricEnergy_J_m3;
  return shared;
}

}  // namespace

MultiPolygon envelope_at(const FlammableCloud& cloud, const CloudPlace& place, double z_m) {
  const Axes axes(place);
  Ring left;
  Ring right;
  for (std::size_t i = 0; i <= kSteps; ++i) {
    // Closer together at the ends, where the envelope is round.
    const double share = 0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) / static_cast<double>(kSteps));
    const double x_m = share * cloud.lfl_reach_m;
    const double half_m = cloud.half_width_m(x_m, z_m);
    if (half_m == 0.0) continue;
    left.push_back(axes.at(x_m, half_m));
    right.push_back(axes.at(x_m, -half_m));
  }
  if (left.size() < 2) return {};
  right.insert(right.end(), left.rbegin(), left.rend());
  right.push_back(right.front());
  return oriented({Polygon{right, {}}});
}

std::vector<ObstructedExplosion> obstructed_explosions(std::span<const ObstructedRegion> regions,
                                                       const FlammableCloud& cloud, const CloudPlace& place,
                                                       double heat_of_combustion_J_kg) {
  Problems problems;
  for (const ObstructedRegion& region : regions) check(region, problems);
  problems.throw_if_errors<ModelError>();
  std::vector<ObstructedExplosion> explosions;
  double total_J = 0.0;
  for (const ObstructedRegion& region : regions) {
    ObstructedExplosion shared = shared_volume(region, cloud, place);
    if (shared.volume_m3 == 0.0) continue;
    total_J += shared.energy_J;
    explosions.push_back(std::move(shared));
  }
  const double most_J = cloud.mass_kg * heat_of_combustion_J_kg;
  const double scale = std::min(1.0, most_J / total_J);
  for (ObstructedExplosion& explosion : explosions) explosion.energy_J *= scale;
  return explosions;
}

}  // namespace sise
