// Where the cells are. Square cells, rows from north to south as rasters are stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/grid/point.hpp"

namespace sise {

struct CellIndex {
  std::int64_t column = 0;
  std::int64_t row = 0;
  bool operator==(const CellIndex&) const = default;
};

/// A rectangle of cells of a grid; may be empty.
struct CellWindow {
  std::int64_t column = 0;  ///< westernmost
  std::int64_t row = 0;     ///< northernmost
  std::int64_t columns = 0;
  std::int64_t rows = 0;

  [[nodiscard]] bool empty() const { return columns <= 0 || rows <= 0; }
  [[nodiscard]] std::int64_t cells() const { return empty() ? 0 : columns * rows; }
  bool operator==(const CellWindow&) const = default;
};

/// Half-open cells: cell (c, r) covers x in [x_min + c·cell, x_min + (c+1)·cell) and
/// y in [y_max − (r+1)·cell, y_max − r·cell): a point on a shared edge belongs to the cell east or north of it.
struct GridSpec {
  double x_min = 0.0;   ///< west edge, m
  double y_max = 0.0;   ///< north edge, m
  double cell_m = 0.0;  ///< edge of a cell, m
  std::int64_t columns = 0;
  std::int64_t rows = 0;
  std::string crs;  ///< opaque to core ("EPSG:4549" or WKT); never defaulted

  [[nodiscard]] std::int64_t cells() const { return columns * rows; }
  [[nodiscard]] double cell_area_m2() const { return cell_m * cell_m; }
  [[nodiscard]] Bounds bounds() const;
  /// Coordinates of the vertical edge west of a column and of the horizontal edge north of a row (0 ... count).
  [[nodiscard]] double x_edge(std::int64_t column) const { return x_min + static_cast<double>(column) * cell_m; }
  [[nodiscard]] double y_edge(std::int64_t row) const { return y_max - static_cast<double>(row) * cell_m; }
  [[nodiscard]] Point centre(CellIndex cell) const;
  [[nodiscard]] std::optional<CellIndex> cell_at(Point point) const;
  [[nodiscard]] CellWindow whole() const { return {0, 0, columns, rows}; }

  bool operator==(const GridSpec&) const = default;
};

/// Throws ConfigError unless the grid has finite edges, a positive cell, at least one cell, no more cells than can be
/// counted, and cells that double precision can tell apart at these coordinates.
void check_lattice(const GridSpec& grid);

/// check_lattice, and the grid must know its CRS.
void check(const GridSpec& grid);

/// The smallest grid whose edges are whole multiples of cell_m and that covers `bounds` grown by margin_m.
/// Throws ConfigError when cell_m is not positive or the bounds are empty or not finite.
[[nodiscard]] GridSpec grid_covering(const Bounds& bounds, double cell_m, double margin_m, std::string crs);

/// The cells that share at least a point with the closed rectangle `bounds`, cut at the grid's edges.
[[nodiscard]] CellWindow window_over(const GridSpec& grid, const Bounds& bounds);

/// The grid of a window's cells. The window may reach beyond the grid: the lattice simply continues.
[[nodiscard]] GridSpec cropped(const GridSpec& grid, const CellWindow& window);

/// The same grid moved by whole cells, columns to the east and rows to the south.
[[nodiscard]] GridSpec shifted(const GridSpec& grid, std::int64_t columns, std::int64_t rows);

}  // namespace sise
