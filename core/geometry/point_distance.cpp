#include "core/geometry/point_distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sise {
namespace {

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double along = length2 > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - (a.x + along * dx), p.y - (a.y + along * dy));
}

double distance_to_line(Point p, const Line& line) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(p, line[i - 1], line[i]));
  return nearest;
}

bool inside_ring(Point p, const Ring& ring) {
  bool odd = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a = ring[i - 1];
    const Point b = ring[i];
    if ((a.y > p.y) == (b.y > p.y)) continue;
    if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) odd = !odd;
  }
  return odd;
}

double distance_to_polygon(Point p, const Polygon& polygon) {
  if (inside(p, polygon)) return 0.0;
  double nearest = distance_to_line(p, polygon.outer);
  for (const Ring& hole : polygon.holes) nearest = std::min(nearest, distance_to_line(p, hole));
  return nearest;
}

}  // namespace

bool inside(Point point, const Polygon& polygon) {
  if (!inside_ring(point, polygon.outer)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [&](const Ring& hole) { return inside_ring(point, hole); });
}

double distance_m(Point point, const Geometry& geometry) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Point& p : geometry.points) nearest = std::min(nearest, std::hypot(point.x - p.x, point.y - p.y));
  for (const Line& line : geometry.lines) nearest = std::min(nearest, distance_to_line(point, line));
  for (const Polygon& polygon : geometry.polygons) nearest = std::min(nearest, distance_to_polygon(point, polygon));
  return nearest;
}

}  // namespace sise
