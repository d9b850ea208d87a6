// Cutting a grid into parts. The parts depend on the grid alone, never on threads or memory at hand: that is one half
// of why results are the same bytes everywhere.
#pragma once
#include <cstdint>
#include <vector>

#include "core/grid/grid_spec.hpp"

namespace sise {

inline constexpr std::int64_t default_tile_cells = 256;                    ///< edge of a tile
inline constexpr std::int64_t default_band_cells = std::int64_t{1} << 20;  ///< cells per band of rows

/// Square tiles of `edge` cells (smaller at the east and south edges), row by row from the north-west.
[[nodiscard]] std::vector<CellWindow> tiles(const GridSpec& grid, std::int64_t edge = default_tile_cells);

/// Bands of whole rows from north to south, each of about `cells` cells and at least one row.
[[nodiscard]] std::vector<CellWindow> row_bands(const GridSpec& grid, std::int64_t cells = default_band_cells);

}  // namespace sise
