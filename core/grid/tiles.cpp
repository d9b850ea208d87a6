#include "core/grid/tiles.hpp"

#include <algorithm>
#include <stdexcept>

namespace sise {

std::vector<CellWindow> tiles(const GridSpec& grid, std::int64_t edge) {
  if (edge < 1) throw std::invalid_argument("tiles: the edge must be at least one cell");
  std::vector<CellWindow> parts;
  for (std::int64_t row = 0; row < grid.rows; row += edge) {
    for (std::int64_t column = 0; column < grid.columns; column += edge) {
      parts.push_back({column, row, std::min(edge, grid.columns - column), std::min(edge, grid.rows - row)});
    }
  }
  return parts;
}

std::vector<CellWindow> row_bands(const GridSpec& grid, std::int64_t cells) {
  if (cells < 1) throw std::invalid_argument("row_bands: a band must have at least one cell");
  const std::int64_t height = std::max<std::int64_t>(1, cells / std::max<std::int64_t>(1, grid.columns));
  std::vector<CellWindow> parts;
  for (std::int64_t row = 0; row < grid.rows; row += height) {
    parts.push_back({0, row, grid.columns, std::min(height, grid.rows - row)});
  }
  return parts;
}

}  // namespace sise
