// The part of operations.hpp that plain arithmetic answers.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/geometry/operations.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

class Extent {
 public:
  void add(const std::vector<Point>& points) {
    for (const Point& p : points) {
      bounds_.x_min = std::min(bounds_.x_min, p.x);
      bounds_.y_min = std::min(bounds_.y_min, p.y);
      bounds_.x_max = std::max(bounds_.x_max, p.x);
      bounds_.y_max = std::max(bounds_.y_max, p.y);
    }
  }
  [[nodiscard]] Bounds result() const {
    if (bounds_.x_min > bounds_.x_max)
      throw ModelError("empty_geometry", {"an empty shape has no bounds", "空几何没有范围"});
    return bounds_;
  }

 private:
  static constexpr double infinite = std::numeric_limits<double>::infinity();
  Bounds bounds_{infinite, infinite, -infinite, -infinite};
};

void make_signed(Ring& ring, bool counter_clockwise) {
  if ((signed_area_m2(ring) > 0.0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
}

template <class Change>
void for_each_point(Geometry& geometry, const Change& change) {
  std::for_each(geometry.points.begin(), geometry.points.end(), change);
  for (Line& line : geometry.lines) std::for_each(line.begin(), line.end(), change);
  for (Polygon& polygon : geometry.polygons) {
    std::for_each(polygon.outer.begin(), polygon.outer.end(), change);
    for (Ring& hole : polygon.holes) std::for_each(hole.begin(), hole.end(), change);
  }
}

/// Every vertex but the last, with equal steps between each two.
void densify(const Line& line, double spacing_m, std::vector<Point>& out) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1];
    const Point b = line[i];
    const auto steps = std::max<std::int64_t>(1, std::llround(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / spacing_m)));
    for (std::int64_t step = 0; step < steps; ++step) {
      const double t = static_cast<double>(step) / static_cast<double>(steps);
      out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
  }
}

}  // namespace

double signed_area_m2(const Ring& ring) {
  if (ring.empty()) return 0.0;
  // Relative to the first vertex: projected coordinates have seven digits that would otherwise cancel.
  const Point origin = ring.front();
  double twice = 0.0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a = ring[i - 1];
    const Point b = ring[i];
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }
  return 0.5 * twice;
}

double area_m2(const MultiPolygon& area) {
  double sum = 0.0;
  for (const Polygon& polygon : area) {
    sum += std::abs(signed_area_m2(polygon.outer));
    for (const Ring& hole : polygon.holes) sum -= std::abs(signed_area_m2(hole));
  }
  return sum;
}

double area_m2(const Geometry& geometry) { return area_m2(geometry.polygons); }

Bounds bounds(const MultiPolygon& area) {
  Extent extent;
  for (const Polygon& polygon : area) extent.add(polygon.outer);
  return extent.result();
}

Bounds bounds(const Geometry& geometry) {
  Extent extent;
  extent.add(geometry.points);
  for (const Line& line : geometry.lines) extent.add(line);
  for (const Polygon& polygon : geometry.polygons) extent.add(polygon.outer);
  return extent.result();
}

MultiPolygon oriented(MultiPolygon area) {
  for (Polygon& polygon : area) {
    make_signed(polygon.outer, true);
    for (Ring& hole : polygon.holes) make_signed(hole, false);
  }
  return area;
}

Geometry translated(Geometry geometry, double dx_m, double dy_m) {
  for_each_point(geometry, [=](Point& p) { p = {p.x + dx_m, p.y + dy_m}; });
  return geometry;
}

Geometry as_geometry(MultiPolygon area) {
  Geometry geometry;
  geometry.polygons = std::move(area);
  return geometry;
}

std::vector<Point> boundary_points(const Geometry& geometry, double spacing_m) {
  if (!(spacing_m > 0.0)) {
    throw ModelError("bad_spacing", {"the spacing of boundary points must be positive", "边界点间距必须为正"});
  }
  std::vector<Point> out = geometry.points;
  for (const Line& line : geometry.lines) {
    densify(line, spacing_m, out);
    if (!line.empty()) out.push_back(line.back());
  }
  for (const Polygon& polygon : geometry.polygons) {
    densify(polygon.outer, spacing_m, out);
    for (const Ring& hole : polygon.holes) densify(hole, spacing_m, out);
  }
  return out;
}

}  // namespace sise
