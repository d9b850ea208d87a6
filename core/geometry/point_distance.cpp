#include "core/geometry/point_distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
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

double distance_to_point(const Bounds& box, Point p) {
  const double dx = std::max({box.x_min - p.x, p.x - box.x_max, 0.0});
  const double dy = std::max({box.y_min - p.y, p.y - box.y_max, 0.0});
  return std::hypot(dx, dy);
}

/// Keeps the part of [from, to] of a segment on which start + t · step lies between two edges; false: nothing is left.
bool cut(double start, double step, double low, double high, double& from, double& to) {
  if (step == 0.0) return start >= low && start <= high;
  const double one = (low - start) / step;
  const double other = (high - start) / step;
  from = std::max(from, std::min(one, other));
  to = std::min(to, std::max(one, other));
  return from <= to;
}

bool crosses(const Bounds& box, Point a, Point b) {
  double from = 0.0;
  double to = 1.0;
  return cut(a.x, b.x - a.x, box.x_min, box.x_max, from, to) && cut(a.y, b.y - a.y, box.y_min, box.y_max, from, to);
}

double distance_to_segment(const Bounds& box, Point a, Point b) {
  if (crosses(box, a, b)) return 0.0;
  double nearest = std::min(distance_to_point(box, a), distance_to_point(box, b));
  const std::array<Point, 4> corners{
      {{box.x_min, box.y_min}, {box.x_max, box.y_min}, {box.x_max, box.y_max}, {box.x_min, box.y_max}}};
  for (const Point& corner : corners) nearest = std::min(nearest, distance_to_segment(corner, a, b));
  return nearest;
}

double distance_to_line(const Bounds& box, const Line& line) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(box, line[i - 1], line[i]));
  return nearest;
}

double distance_to_polygon(const Bounds& box, const Polygon& polygon) {
  if (inside({0.5 * (box.x_min + box.x_max), 0.5 * (box.y_min + box.y_max)}, polygon)) return 0.0;
  double nearest = distance_to_line(box, polygon.outer);
  for (const Ring& hole : polygon.holes) nearest = std::min(nearest, distance_to_line(box, hole));
  return nearest;
}

}  // namespace

double distance_m(const Bounds& a, const Bounds& b) {
  const double dx = std::max({a.x_min - b.x_max, b.x_min - a.x_max, 0.0});
  const double dy = std::max({a.y_min - b.y_max, b.y_min - a.y_max, 0.0});
  return std::sqrt(dx * dx + dy * dy);  // asked for every pair; metres on a map neither overflow nor vanish
}

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

double distance_m(const Bounds& box, const Geometry& geometry) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Point& p : geometry.points) nearest = std::min(nearest, distance_to_point(box, p));
  for (const Line& line : geometry.lines) nearest = std::min(nearest, distance_to_line(box, line));
  for (const Polygon& polygon : geometry.polygons) nearest = std::min(nearest, distance_to_polygon(box, polygon));
  return nearest;
}

}  // namespace sise
