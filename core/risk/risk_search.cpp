#include "core/risk/risk_search.hpp"

#include <algorithm>
#include <array>
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
constexpr double kFinest_m = 0.25;  // between places that are looked at close to the unit
constexpr double kAtRim_m = 1e-6;   // just inside a disc's rim
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

/// Distances to look at, rising; beyond the last no place exceeds the limit.
std::vector<double> scan_distances(const RiskModel& model, std::span<const std::size_t> units, const Ray& ray,
                                   double within_m) {
  std::vector<double> rims;
  for (const PlacedKernel& one : model.placed(units)) add_rims(*one.kernel, {one.x_m, one.y_m}, ray, rims);
  std::sort(rims.begin(), rims.end());
  std::vector<double> distances;
  const double end = std::max(kFirst_m, within_m);
  double next = kFirst_m;
  while (next < end) {
    distances.push_back(next);
    next = std::max(next * kScanRatio, next + kFinest_m);
  }
  distances.push_back(next);
  const auto middle = static_cast<std::ptrdiff_t>(distances.size());
  distances.insert(distances.end(), rims.begin(), rims.end());
  if (!rims.empty()) std::inplace_merge(distances.begin(), distances.begin() + middle, distances.end());
  return distances;
}

/// How many of the distances, rising, lie before the outermost that exceeds the limit, it included; 0: none does. Looked
/// for from the outside inwards.
std::size_t up_to_outermost(const RiskModel& model, std::span<const std::size_t> units, const Ray& ray,
                            std::span<const double> distances, double limit_per_year) {
  constexpr std::size_t kAtOnce = 64;
  std::array<Point, kAtOnce> places;
  std::array<double, kAtOnce> risk{};
  for (std::size_t end = distances.size(); end > 0;) {
    const std::size_t begin = end - std::min(kAtOnce, end);
    const std::size_t count = end - begin;
    for (std::size_t i = 0; i < count; ++i) places.at(i) = ray.at(distances[begin + i]);
    model.risk_at(std::span(places).first(count), units, std::span(risk).first(count));
    for (std::size_t i = count; i-- > 0;) {
      if (exceeds(risk.at(i), limit_per_year)) return begin + i + 1;
    }
    end = begin;
  }
  return 0;
}

}  // namespace

double reach_above_m(const RiskModel& model, std::span<const std::size_t> units, Point from, double level_per_year) {
  double farthest = 0.0;
  const double share_per_year = level_per_year / static_cast<double>(std::max<std::size_t>(units.size(), 1));
  for (const std::size_t index : units) {
    const std::array<std::size_t, 1> alone{index};
    const std::vector<PlacedKernel> places = model.placed(alone);
    // A line has its share where each of its places has its own at most.
    const double reach = model.kernel(index)->reach_above_m(share_per_year / static_cast<double>(places.size()));
    for (const PlacedKernel& one : places)
      farthest = std::max(farthest, std::hypot(one.x_m - from.x, one.y_m - from.y) + reach);
  }
  return farthest;
}

double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from, Point towards,
                            double limit_per_year) {
  return outermost_distance_m(model, units, from, towards, limit_per_year,
                              reach_above_m(model, units, from, limit_per_year));
}

double outermost_distance_m(const RiskModel& model, std::span<const std::size_t> units, Point from, Point towards,
                            double limit_per_year, double within_m) {
  const Ray ray = ray_through(from, towards);
  const std::vector<double> distances = scan_distances(model, units, ray, within_m);
  const std::size_t i = up_to_outermost(model, units, ray, distances, limit_per_year);
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
