#include "core/zones/axial_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/zones/ring_field.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

/// Points along a ray from the source, the farthest last.
std::vector<Point> ray(Point source, double reach_m, double bearing_deg) {
  constexpr int kRadii = 200;
  const double bearing = bearing_deg * kDegree;
  std::vector<Point> points;
  points.reserve(kRadii);
  for (int i = 1; i <= kRadii; ++i) {
    const double r = reach_m * i / kRadii;
    points.push_back({source.x + r * std::sin(bearing), source.y + r * std::cos(bearing)});
  }
  return points;
}

void include(Bounds& bounds, Point point) {
  bounds.x_min = std::min(bounds.x_min, point.x);
  bounds.x_max = std::max(bounds.x_max, point.x);
  bounds.y_min = std::min(bounds.y_min, point.y);
  bounds.y_max = std::max(bounds.y_max, point.y);
}

}  // namespace

double downwind_bearing_deg(const Incident& incident) {
  return incident.wind_from_deg + 180.0 - incident.convergence_deg;
}

struct AxialHazard::Turned {
  std::vector<double> x_m, y_m;
};

/// Each place's angle off the axis, 0 to π without sign, turned by `turn`.
template <class Turn>
AxialHazard::Turned AxialHazard::turned(std::span<const Point> places, Turn turn) const {
  const double axis_rad = axis_.bearing_deg * kDegree;
  Turned at{std::vector<double>(places.size()), std::vector<double>(places.size())};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double east = places[i].x - source_.x;
    const double north = places[i].y - source_.y;
    const double off = std::abs(std::remainder(std::atan2(east, north) - axis_rad, 2.0 * std::numbers::pi));
    const double r = std::hypot(east, north);
    const double angle = turn(off);
    at.x_m[i] = r * std::cos(angle);
    at.y_m[i] = r * std::sin(angle);
  }
  return at;
}

std::vector<double> AxialHazard::values(const Turned& places, const LoadRule& rule) const {
  std::vector<double> out(places.x_m.size());
  evaluate(places.x_m, places.y_m, rule, out);
  return out;
}

/// Every direction of the arc takes part with the place's angle off it, whichever side.
void AxialHazard::fan(std::span<const Point> places, const LoadRule& rule, ThreatValues& result) const {
  const auto steps = static_cast<int>(std::ceil(2.0 * axis_.half_width_deg / direction_step_deg));
  result.largest = result.central;
  result.smallest = result.central;
  for (int i = 0; i <= steps; ++i) {
    const double turn =
        std::lerp(-axis_.half_width_deg, axis_.half_width_deg, static_cast<double>(i) / steps) * kDegree;
    const std::vector<double> there = values(turned(places, [turn](double off) { return off + turn; }), rule);
    for (std::size_t k = 0; k < there.size(); ++k) {
      result.largest[k] = std::max(result.largest[k], there[k]);
      result.smallest[k] = std::min(result.smallest[k], there[k]);
    }
  }
}

ThreatValues AxialHazard::at(std::span<const Point> places, const LoadRule& rule) const {
  const double half_width_rad = axis_.half_width_deg * kDegree;
  ThreatValues result;
  const Turned as_given = turned(places, [](double off) { return off; });
  const Turned nearest = half_width_rad == 0.0
                             ? as_given
                             : turned(places, [=](double off) { return std::max(0.0, off - half_width_rad); });
  result.central = values(as_given, rule);
  if (half_width_rad == 0.0) {
    result.largest = result.central;
    result.smallest = result.central;
  } else if (axis_.falls_off_axis) {
    result.largest = values(nearest, rule);
    result.smallest =
        values(turned(places, [=](double off) { return std::min(std::numbers::pi, off + half_width_rad); }), rule);
  } else {
    fan(places, rule, result);
  }
  std::vector<double> inside(places.size());
  if (evaluate_indoors(nearest.x_m, nearest.y_m, rule, inside)) result.indoors = std::move(inside);
  return result;
}

/// The axis turned over circles around the source: what a circle needs is found once for all its places.
ThreatRasters AxialHazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  if (axis_.falls_off_axis || axis_.half_width_deg == 0.0) return Hazard::over(grid, rule, progress);
  const RingField rings(source_, 0.5 * grid.cell_m, farthest_corner_m(grid, source_),
                        [](double /*r*/) { return direction_step_deg * kDegree; });
  const auto as_it_is = [](double off) { return off; };
  const RingField::Envelope envelope =
      rings.envelope(values(turned(rings.places(), as_it_is), rule), axis_.half_width_deg * kDegree);
  ThreatRasters rasters = blank_rasters(grid);
  const auto fill_row = [&](std::int64_t row) {
    std::vector<Point> centres;
    centres.reserve(static_cast<std::size_t>(grid.columns));
    for (std::int64_t column = 0; column < grid.columns; ++column) centres.push_back(grid.centre({column, row}));
    const std::vector<double> central = values(turned(centres, as_it_is), rule);
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const auto i = static_cast<std::size_t>(column);
      rasters.central.at(column, row) = static_cast<float>(central[i]);
      rasters.largest.at(column, row) = static_cast<float>(std::max(central[i], envelope.largest(centres[i])));
      rasters.smallest.at(column, row) = static_cast<float>(std::min(central[i], envelope.smallest(centres[i])));
    }
  };
  parallel_for(grid.rows, fill_row, progress, "field");
  return rasters;
}

/// The lowest level's reach, and the box of the places where it may be met, seen along rays two degrees apart; all around
/// where every ray would need an arc.
std::optional<ThreatExtent> AxialHazard::extent(const std::vector<ThreatLevel>& levels) const {
  const auto lowest = std::min_element(levels.begin(), levels.end(),
                                       [](const ThreatLevel& a, const ThreatLevel& b) { return a.value < b.value; });
  const std::optional<double> reach = reach_m(lowest->value);
  if (!reach) return std::nullopt;
  ThreatExtent result{{source_.x, source_.y, source_.x, source_.y}, *reach};
  if (!axis_.falls_off_axis) {
    result.box = {source_.x - *reach, source_.y - *reach, source_.x + *reach, source_.y + *reach};
    return result;
  }
  for (int bearing = 0; bearing < 360; bearing += 2) {
    const std::vector<Point> points = ray(source_, *reach, bearing);
    const std::vector<double> largest = at(points, lowest->rule).largest;
    for (std::size_t i = points.size(); i-- > 0;) {
      if (largest[i] < lowest->value) continue;
      include(result.box, points[i]);
      break;
    }
  }
  return result;
}

}  // namespace sise
