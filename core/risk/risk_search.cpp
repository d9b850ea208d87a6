#include "core/risk/risk_search.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"

namespace sise {
namespace {

constexpr double kFirst_m = 0.1;
constexpr double kScanRatio = 1.01;
constexpr double kAtRim_m = 1e-6;  // just inside a disc's rim
constexpr double kSettled_m = 0.01;

struct Ray {
  Point from;
  double east, north;  // unit vector
  [[nodiscard]] Point at(double distance_m) const { return {from.x + distance_m * east, from.y + distance_m * north}; }
};

Ray ray_through(Point from, Point towards) {
  const double length = std::hypot(towards.x - from.x, towards.y - from.y);
  return {from, (towards.x - from.x) / length, (towards.y - from.y) / length};
}

/// Where the ray leaves the unit's lethal discs.
void add_rims(const UnitKernel& kernel, Point source, const Ray& ray, std::vector<double>& distances) {
  const double along = (source.x - ray.from.x) * ray.east + (source.y - ray.from.y) * ray.north;
  const Point nearest = ray.at(along);
  const double aside = std::hypot(source.x - nearest.x, source.y - nearest.y);
  for (const LethalDisc& disc : kernel.discs()) {
    if (aside >= disc.radius_m) continue;
    const double rim = along + std::sqrt(disc.radius_m * disc.radius_m - aside * aside);
    if (rim > kAtRim_m) distances.push_back(rim - kAtRim_m);
  }
}

/// Distances to look at, rising; the last lies beyond every unit's reach.
std::vector<double> scan_distances(const RiskModel& model, std::span<const std::size_t> units, const Ray& ray) {
  std::vector<double> distances;
  double end = kFirst_m;
  for (const std::size_t index : units) {
    const Point source = model.unit(index).source;
    end = std::max(end, std::hypot(source.x - ray.from.x, source.y - ray.from.y) + model.reach_m(index));
    const auto kernel = model.kernel(index);
    add_rims(*kernel, source, ray, distances);
  }
  double next = kFirst_m;
  while (next < end) {
    distances.push_back(next);
    next *= kScanRatio;
  }
  distances.push_back(end * kScanRatio);
  std::sort(distances.begin(), distances.end());
  return distances;
}

}  // namespace

double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from, Point towards,
                            double limit_per_year) {
  const Ray ray = ray_through(from, towards);
  const std::vector<double> distances = scan_distances(model, units, ray);
  std::vector<Point> places;
  places.reserve(distances.size());
  for (const double d : distances) places.push_back(ray.at(d));
  std::vector<double> risk(places.size());
  model.risk_at(places, units, risk);

  std::size_t i = distances.size();
  while (i > 0 && !exceeds(risk[i - 1], limit_per_year)) --i;
  if (i == 0) return 0.0;
  double above = distances[i - 1];
  if (i == distances.size()) return above;
  double below = distances[i];
  while (below - above > kSettled_m) {
    const double middle = 0.5 * (above + below);
    (exceeds(model.risk_at(ray.at(middle), units), limit_per_year) ? above : below) = middle;
  }
  return 0.5 * (above + below);
}

RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units, std::span<const Point> places) {
  std::vector<double> risk(places.size());
  model.risk_at(places, units, risk);
  const auto highest = std::max_element(risk.begin(), risk.end());
  return {*highest, places[static_cast<std::size_t>(highest - risk.begin())]};
}

RiskMaximum maximum_risk(const RiskModel& model, std::span<const std::size_t> units, const Geometry& shape,
                         const GridSpec& grid, double edge_spacing_m) {
  return maximum_risk(model, units, places_on(shape, grid, edge_spacing_m));
}

}  // namespace sise
