// Plain geometry values in the grid's CRS (metres). Operations live in operations.hpp, GEOS behind them.
#pragma once
#include <vector>

#include "core/grid/point.hpp"

namespace sise {

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

}  // namespace sise
