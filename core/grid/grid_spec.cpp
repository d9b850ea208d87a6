#include "core/grid/grid_spec.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double most_cells = 1e15;  // well below where products of column and row counts overflow

/// Column (fractional numbers allowed) as an index within [low, high]; NaN becomes low.
std::int64_t clamped(double index, std::int64_t low, std::int64_t high) {
  if (!(index > static_cast<double>(low))) return low;
  if (index >= static_cast<double>(high)) return high;
  return static_cast<std::int64_t>(index);
}

}  // namespace

Bounds GridSpec::bounds() const { return {x_min, y_edge(rows), x_edge(columns), y_max}; }

Point GridSpec::centre(CellIndex cell) const {
  return {x_min + (static_cast<double>(cell.column) + 0.5) * cell_m,
          y_max - (static_cast<double>(cell.row) + 0.5) * cell_m};
}

std::optional<CellIndex> GridSpec::cell_at(Point point) const {
  // Compared as doubles before the conversion: a point far away or NaN has no index that fits an integer.
  const double column = std::floor((point.x - x_min) / cell_m);
  const double row = std::ceil((y_max - point.y) / cell_m) - 1.0;
  const bool inside =
      column >= 0.0 && column < static_cast<double>(columns) && row >= 0.0 && row < static_cast<double>(rows);
  if (!inside) return std::nullopt;
  return CellIndex{static_cast<std::int64_t>(column), static_cast<std::int64_t>(row)};
}

void check_lattice(const GridSpec& grid) {
  const double cells = static_cast<double>(grid.columns) * static_cast<double>(grid.rows);
  const Bounds edges = grid.bounds();
  const double farthest =
      std::max({std::abs(edges.x_min), std::abs(edges.x_max), std::abs(edges.y_min), std::abs(edges.y_max)});
  const bool finite = std::isfinite(farthest) && std::isfinite(grid.cell_m);
  if (!finite || grid.cell_m <= 0.0 || grid.columns < 1 || grid.rows < 1) {
    throw ConfigError("bad_grid", {"the grid needs finite edges, a positive cell size and at least one cell",
                                   "网格需要有限的边界、正的单元边长和至少一个单元"});
  }
  constexpr double steps_per_cell = 1e6;  // a millionth of a cell must still be a change in the coordinate
  const bool resolved = grid.cell_m > farthest * steps_per_cell * std::numeric_limits<double>::epsilon();
  if (cells > most_cells || !resolved) {
    throw ConfigError("bad_grid", {"the cell size is too small for this extent", "相对于该范围,单元边长过小"});
  }
}

void check(const GridSpec& grid) {
  check_lattice(grid);
  if (grid.crs.empty()) {
    throw ConfigError("missing_crs", {"the grid has no coordinate reference system", "网格缺少坐标参考系"});
  }
}

GridSpec grid_covering(const Bounds& bounds, double cell_m, double margin_m, std::string crs) {
  const bool sound = cell_m > 0.0 && std::isfinite(cell_m) && margin_m >= 0.0 && bounds.x_max > bounds.x_min &&
                     bounds.y_max > bounds.y_min && std::isfinite(bounds.x_max - bounds.x_min) &&
                     std::isfinite(bounds.y_max - bounds.y_min);
  if (!sound) {
    throw ConfigError("bad_grid", {"the grid needs a positive cell size and bounds with xmin < xmax and ymin < ymax",
                                   "网格需要正的单元边长,且边界应满足 xmin < xmax、ymin < ymax"});
  }
  GridSpec grid;
  const double west = std::floor((bounds.x_min - margin_m) / cell_m);
  const double east = std::ceil((bounds.x_max + margin_m) / cell_m);
  const double south = std::floor((bounds.y_min - margin_m) / cell_m);
  const double north = std::ceil((bounds.y_max + margin_m) / cell_m);
  if (!((east - west) * (north - south) <= most_cells)) {
    throw ConfigError("bad_grid", {"the cell size is too small for this extent", "相对于该范围,单元边长过小"});
  }
  grid.x_min = west * cell_m;
  grid.y_max = north * cell_m;
  grid.cell_m = cell_m;
  grid.columns = static_cast<std::int64_t>(east - west);
  grid.rows = static_cast<std::int64_t>(north - south);
  grid.crs = std::move(crs);
  return grid;
}

CellWindow window_over(const GridSpec& grid, const Bounds& bounds) {
  const double west = std::floor((bounds.x_min - grid.x_min) / grid.cell_m);
  const double east = std::floor((bounds.x_max - grid.x_min) / grid.cell_m) + 1.0;
  const double north = std::ceil((grid.y_max - bounds.y_max) / grid.cell_m) - 1.0;
  const double south = std::ceil((grid.y_max - bounds.y_min) / grid.cell_m);
  CellWindow window;
  window.column = clamped(west, 0, grid.columns);
  window.row = clamped(north, 0, grid.rows);
  window.columns = std::max<std::int64_t>(0, clamped(east, 0, grid.columns) - window.column);
  window.rows = std::max<std::int64_t>(0, clamped(south, 0, grid.rows) - window.row);
  return window;
}

GridSpec cropped(const GridSpec& grid, const CellWindow& window) {
  GridSpec part = grid;
  part.x_min = grid.x_edge(window.column);
  part.y_max = grid.y_edge(window.row);
  part.columns = window.columns;
  part.rows = window.rows;
  return part;
}

GridSpec shifted(const GridSpec& grid, std::int64_t columns, std::int64_t rows) {
  return cropped(grid, {columns, rows, grid.columns, grid.rows});
}

}  // namespace sise
