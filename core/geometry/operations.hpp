// What we ask of shapes. GEOS answers behind this file where the answer needs overlay or a search.
// Coordinates are metres in the grid's CRS. Every function that GEOS fails in throws ModelError with GEOS's own words.
#pragma once
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "models/base/text.hpp"

namespace sise {

// --- soundness ------------------------------------------------------------------------------------------------------

struct Invalidity {
  Text reason;
  Point where;  ///< close to the fault; the first vertex when it has no place
};

/// What makes a shape invalid after OGC Simple Features (self-crossing ring, hole outside its polygon, unclosed ring,
/// coordinate that is not finite ...); nullopt for a valid one. An empty shape is valid.
[[nodiscard]] std::optional<Invalidity> invalidity(const Geometry& geometry);

// --- measures -------------------------------------------------------------------------------------------------------

/// Area of a closed ring, m²: positive when it runs counter-clockwise.
[[nodiscard]] double signed_area_m2(const Ring& ring);
/// Area without the holes, m². Parts of a valid shape do not overlap, so their areas add up.
[[nodiscard]] double area_m2(const MultiPolygon& area);
/// As above; 0 for points and lines.
[[nodiscard]] double area_m2(const Geometry& geometry);
/// Smallest rectangle around all coordinates. Throws ModelError for an empty shape.
[[nodiscard]] Bounds bounds(const Geometry& geometry);
[[nodiscard]] Bounds bounds(const MultiPolygon& area);

/// Shortest distance from edge to edge, m; 0 where the shapes touch or overlap, a shape inside a polygon included.
/// Throws ModelError when either is empty.
[[nodiscard]] double distance_m(const Geometry& a, const Geometry& b);
/// A point of a and a point of b that are distance_m(a, b) apart; the same point twice where they overlap.
[[nodiscard]] std::pair<Point, Point> nearest_points(const Geometry& a, const Geometry& b);

/// True in the interior and on the boundary: whoever stands on the fence is inside.
[[nodiscard]] bool contains(const Geometry& geometry, Point point);
/// Centre of gravity of the parts of highest dimension; may lie outside. Throws ModelError for an empty shape.
[[nodiscard]] Point centroid(const Geometry& geometry);
/// A point that is certainly on the shape, for labels and representative places.
[[nodiscard]] Point point_on_surface(const Geometry& geometry);

// --- new shapes -----------------------------------------------------------------------------------------------------
// Polygons come back with counter-clockwise outer rings and clockwise holes; lines and points left over by an overlay
// are dropped. Operands must be valid.

/// All places within radius_m. Arcs are inscribed polygons with 4·quadrant_segments sides to the circle, so distances
/// fall short by at most radius_m·(1 − cos(45° / quadrant_segments)): 0.12 % for 16. A negative radius shrinks polygons.
[[nodiscard]] MultiPolygon buffer(const Geometry& geometry, double radius_m, int quadrant_segments = 16);
[[nodiscard]] MultiPolygon union_of(std::span<const MultiPolygon> areas);
[[nodiscard]] MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b);
/// a without b.
[[nodiscard]] MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b);

/// The same places with every coordinate a multiple of `grid_m`, and valid: what rounding would let cross or touch is
/// noded, what is thinner than the grid collapses and goes.
[[nodiscard]] MultiPolygon snapped(const MultiPolygon& area, double grid_m);

/// The same rings with outer rings counter-clockwise and holes clockwise (RFC 7946).
[[nodiscard]] MultiPolygon oriented(MultiPolygon area);
[[nodiscard]] Geometry translated(Geometry geometry, double dx_m, double dy_m);
/// A shape of polygons only.
[[nodiscard]] Geometry as_geometry(MultiPolygon area);

/// Points on the shape's points, lines and rings, vertices included, no two neighbours farther apart than spacing_m.
/// A ring's closing point is given once. Throws ModelError unless spacing_m is positive.
[[nodiscard]] std::vector<Point> boundary_points(const Geometry& geometry, double spacing_m);

}  // namespace sise
