// People on the cells of a grid, and their sums per class.
#pragma once
#include <cstdint>
#include <map>

#include "core/grid/grid_spec.hpp"
#include "core/grid/raster.hpp"
#include "core/study/population.hpp"
#include "core/zones/people.hpp"

namespace sise {

struct PopulationGrid {
  Raster<double> day;  ///< people per cell
  Raster<double> night;
  PeopleInside outside;  ///< those of the patches, or parts of patches, beyond the grid
};

/// Spreads every patch evenly over its square: a cell gets the share of the square that it covers, a patch without
/// extent goes whole into its cell. Cells and `outside` together hold everybody, wherever the grid begins.
/// A part of a grid gets the same values as the whole (to the bit when its edges are whole numbers), so bands can be
/// spread one after the other.
[[nodiscard]] PopulationGrid spread_over(const GridSpec& grid, const Population& population);

/// Adds the people of each code's cells to `totals`, row after row, so that bands from north to south give the same sums
/// as the whole at once. Throws std::invalid_argument unless both have one shape.
void add_people_per_code(RasterView<const std::uint8_t> codes, const PopulationGrid& people,
                         std::map<int, PeopleInside>& totals);

}  // namespace sise
