#include "models/fire/frustum.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include "models/fire/flame_outline.hpp"

namespace sise {
namespace {

constexpr std::size_t kSides = 96;
constexpr std::size_t kFacets = kSides + 2;
constexpr std::uint8_t kNone = kFacets;

FlamePoint operator+(const FlamePoint& a, const FlamePoint& b) { return {a[0] + b[0], a[1] + b[1], a[2] + b[2]}; }
FlamePoint operator-(const FlamePoint& a, const FlamePoint& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
FlamePoint operator*(double k, const FlamePoint& a) { return {k * a[0], k * a[1], k * a[2]}; }
double dot(const FlamePoint& a, const FlamePoint& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
double norm(const FlamePoint& a) { return std::sqrt(dot(a, a)); }

FlamePoint cross(const FlamePoint& a, const FlamePoint& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

FlamePoint normal_of(const std::vector<FlamePoint>& facet) { return cross(facet[1] - facet[0], facet[2] - facet[0]); }

/// The corners of a polygon square to the axis (which lies in the plane y = 0), with the area of the circle.
std::vector<FlamePoint> ring(const FlamePoint& centre, const FlamePoint& axis, double diameter_m) {
  constexpr double kStep = 2.0 * std::numbers::pi / static_cast<double>(kSides);
  const double radius = 0.5 * diameter_m * std::sqrt(kStep / std::sin(kStep));
  const FlamePoint across{0.0, 1.0, 0.0};
  const FlamePoint up = cross(axis, across);
  std::vector<FlamePoint> corners;
  for (std::size_t i = 0; i < kSides; ++i) {
    const double angle = kStep * static_cast<double>(i);
    corners.push_back(centre + radius * std::cos(angle) * across + radius * std::sin(angle) * up);
  }
  return corners;
}

/// What of a convex polygon lies on the side of a plane where dot(normal, p) >= offset.
std::vector<FlamePoint> clipped(const std::vector<FlamePoint>& polygon, const FlamePoint& normal, double offset) {
  std::vector<FlamePoint> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const FlamePoint& here = polygon[i];
    const FlamePoint& next = polygon[(i + 1) % polygon.size()];
    const double above = dot(normal, here) - offset;
    const double next_above = dot(normal, next) - offset;
    if (above >= 0.0) kept.push_back(here);
    if ((above >= 0.0) != (next_above >= 0.0)) kept.push_back(here + (above / (above - next_above)) * (next - here));
  }
  return kept;
}

}  // namespace

FlameFrustum::FlameFrustum(const FlamePoint& base_centre, const FlamePoint& tip_centre, double base_diameter_m,
                           double tip_diameter_m)
    : centre_(0.5 * (base_centre + tip_centre)) {
  const double length_m = norm(tip_centre - base_centre);
  const FlamePoint axis = (1.0 / length_m) * (tip_centre - base_centre);
  const double slant_m = std::hypot(length_m, 0.5 * (tip_diameter_m - base_diameter_m));
  surface_m2_ = 0.25 * std::numbers::pi *
                (base_diameter_m * base_diameter_m + tip_diameter_m * tip_diameter_m +
                 2.0 * (base_diameter_m + tip_diameter_m) * slant_m);
  const Facet base = ring(base_centre, axis, base_diameter_m);
  const Facet tip = ring(tip_centre, axis, tip_diameter_m);
  for (std::size_t i = 0; i < kSides; ++i) {
    const std::size_t next = (i + 1) % kSides;
    add_facet({base[i], base[next], tip[next], tip[i]});
  }
  add_facet(base);
  add_facet(tip);
}

void FlameFrustum::add_facet(Facet facet) {
  if (dot(normal_of(facet), facet[0] - centre_) < 0.0) std::reverse(facet.begin(), facet.end());
  const FlamePoint normal = normal_of(facet);
  const auto index = static_cast<FacetIndex>(planes_.size());
  planes_.push_back({normal, dot(normal, facet[0])});
  const Facet above_ground = clipped(facet, {0.0, 0.0, 1.0}, 0.0);
  for (std::size_t i = 0; i < above_ground.size(); ++i) {
    add_edge(above_ground[i], above_ground[(i + 1) % above_ground.size()], index);
  }
}

void FlameFrustum::add_edge(const FlamePoint& from, const FlamePoint& to, FacetIndex facet) {
  constexpr double kSamePlace = 1e-9;
  const double tolerance = kSamePlace * norm(from - centre_);
  for (Edge& edge : edges_) {
    if (edge.against != kNone || norm(edge.from - to) > tolerance || norm(edge.to - from) > tolerance) continue;
    edge.against = facet;
    return;
  }
  edges_.push_back({from, to, facet, kNone});
}

/// Edges between two facets that are both seen do not belong to the outline.
double FlameFrustum::view_factor(double x_m, double y_m, Receiver receiver) const {
  const FlamePoint observer{x_m, y_m, 0.0};
  std::array<bool, kFacets + 1> seen{};  // the last: no facet
  bool outside = false;
  for (std::size_t i = 0; i < planes_.size(); ++i) {
    seen[i] = dot(planes_[i].normal, observer) > planes_[i].offset;
    outside |= seen[i];
  }
  if (!outside) return std::numeric_limits<double>::quiet_NaN();
  const auto relative = [&](const FlamePoint& p) { return ViewVector{p[0] - x_m, p[1] - y_m, p[2]}; };
  FlameOutline outline(edges_.size());
  for (const Edge& edge : edges_) {
    const bool along = seen[edge.along];
    if (along == seen[edge.against]) continue;
    outline.add(relative(along ? edge.from : edge.to), relative(along ? edge.to : edge.from));
  }
  return outline.view_factor(receiver);
}

}  // namespace sise
