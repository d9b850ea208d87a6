// Distance from a point or a cell to a shape, without GEOS: it is asked once per cell.
#pragma once
#include "core/geometry/geometry.hpp"

namespace sise {

/// Shortest distance, m; 0 inside a polygon. Infinity for an empty geometry.
[[nodiscard]] double distance_m(Point point, const Geometry& geometry);

/// The same from an upright rectangle: 0 where it touches or overlaps the shape.
[[nodiscard]] double distance_m(const Bounds& box, const Geometry& geometry);

/// Between two upright rectangles; 0 where they touch or overlap.
[[nodiscard]] double distance_m(const Bounds& a, const Bounds& b);

/// Even-odd test; points exactly on the boundary may fall either way.
[[nodiscard]] bool inside(Point point, const Polygon& polygon);

}  // namespace sise
