// The cells of a lattice that a shape meets.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"

namespace sise {

/// Every half-open cell that holds a point of the shape, each once, row by row from the north-west. The lattice goes on
/// beyond the grid's edges (indices may be negative or too large): a shape that sticks out is still met whole.
/// A polygon's cells are those its rings cross and those whose centre lies inside it.
[[nodiscard]] std::vector<CellIndex> touched_cells(const GridSpec& grid, const Geometry& shape);

}  // namespace sise
