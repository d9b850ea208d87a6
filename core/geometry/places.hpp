// Where on a shape a field is looked at when its worst value counts.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"

namespace sise {

/// Places of the shape itself, none beside it: the centres of the cells (of the grid's endless lattice) that lie inside,
/// row by row from the north-west, then its points and its edge with no two neighbours farther apart than edge_spacing_m.
[[nodiscard]] std::vector<Point> places_on(const Geometry& shape, const GridSpec& grid, double edge_spacing_m);

}  // namespace sise
