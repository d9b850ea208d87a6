// Plain geometry values in the grid's CRS (metres). Operations live in operations.hpp, GEOS behind them.
#pragma once
#include <vector>

namespace sise {

struct Point {
  double x = 0.0;  ///< easting, m
  double y = 0.0;  ///< northing, m
  bool operator==(const Point&) const = default;
};

using Line = std::vector<Point>;
using Ring = std::vector<Point>;  ///< closed: first point equals the last

struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
  bool operator==(const Polygon&) const = default;
};

using MultiPolygon = std::vector<Polygon>;

/// A feature's shape: exactly one of the three is filled.
struct Geometry {
  std::vector<Point> points;
  std::vector<Line> lines;
  MultiPolygon polygons;

  [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && polygons.empty(); }
  bool operator==(const Geometry&) const = default;
};

struct Bounds {
  double x_min = 0.0;
  double y_min = 0.0;
  double x_max = 0.0;
  double y_max = 0.0;
  bool operator==(const Bounds&) const = default;
};

}  // namespace sise
