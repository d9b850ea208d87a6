#include "core/exposure/axial_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

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

AxialHazard::AxialHazard(Point source, double axis_deg, double half_width_deg)
    : source_(source), axis_rad_(axis_deg * kDegree), half_width_rad_(half_width_deg * kDegree) {}

/// Values where each place's angle off the axis, 0 to π without sign, is first turned by `turned`.
template <class Turn>
std::vector<double> AxialHazard::values(std::span<const Point> places, Turn turned) const {
  std::vector<double> x(places.size());
  std::vector<double> y(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double east = places[i].x - source_.x;
    const double north = places[i].y - source_.y;
    const double off = std::abs(std::remainder(std::atan2(east, north) - axis_rad_, 2.0 * std::numbers::pi));
    const double r = std::hypot(east, north);
    const double angle = turned(off);
    x[i] = r * std::cos(angle);
    y[i] = r * std::sin(angle);
  }
  std::vector<double> out(places.size());
  evaluate(x, y, out);
  return out;
}

ThreatValues AxialHazard::at(std::span<const Point> places, const LoadRule& /*rule*/) const {
  ThreatValues result;
  result.central = values(places, [](double off) { return off; });
  result.largest = values(places, [this](double off) { return std::max(0.0, off - half_width_rad_); });
  result.smallest = values(places, [this](double off) { return std::min(std::numbers::pi, off + half_width_rad_); });
  return result;
}

/// The lowest level's reach, and the box of the places where it may be met, seen along rays two degrees apart.
std::optional<ThreatExtent> AxialHazard::extent(const std::vector<ThreatLevel>& levels) const {
  const auto lowest = std::min_element(levels.begin(), levels.end(),
                                       [](const ThreatLevel& a, const ThreatLevel& b) { return a.value < b.value; });
  const std::optional<double> reach = reach_m(lowest->value);
  if (!reach) return std::nullopt;
  ThreatExtent result{{source_.x, source_.y, source_.x, source_.y}, *reach};
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
