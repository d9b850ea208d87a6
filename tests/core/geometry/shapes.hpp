// Shapes that several tests use.
#pragma once
#include "core/geometry/geometry.hpp"

namespace sise::test {

inline Ring box_ring(double x_min, double y_min, double x_max, double y_max) {
  return {{x_min, y_min}, {x_max, y_min}, {x_max, y_max}, {x_min, y_max}, {x_min, y_min}};
}

inline Polygon box(double x_min, double y_min, double x_max, double y_max) {
  return {box_ring(x_min, y_min, x_max, y_max), {}};
}

inline Geometry shape(MultiPolygon polygons) {
  Geometry geometry;
  geometry.polygons = std::move(polygons);
  return geometry;
}

inline Geometry shape(Point point) {
  Geometry geometry;
  geometry.points = {point};
  return geometry;
}

inline Geometry shape(Line line) {
  Geometry geometry;
  geometry.lines = {std::move(line)};
  return geometry;
}

/// A 10 m square with a hole of 4 m in its middle.
inline Polygon frame() { return {box_ring(0, 0, 10, 10), {{{3, 3}, {3, 7}, {7, 7}, {7, 3}, {3, 3}}}}; }

}  // namespace sise::test
