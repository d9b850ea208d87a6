#include "core/grid/grid_spec.hpp"

#include <cmath>
#include <utility>

#include "models/base/error.hpp"

namespace sise {

Bounds GridSpec::bounds() const {
  return {x_min, y_max - static_cast<double>(rows) * cell_m, x_min + static_cast<double>(columns) * cell_m, y_max};
}

Point GridSpec::centre(CellIndex cell) const {
  return {x_min + (static_cast<double>(cell.column) + 0.5) * cell_m, y_max - (static_cast<double>(cell.row) + 0.5) * cell_m};
}

std::optional<CellIndex> GridSpec::cell_at(Point point) const {
  const auto column = static_cast<std::int64_t>(std::floor((point.x - x_min) / cell_m));
  const auto row = static_cast<std::int64_t>(std::ceil((y_max - point.y) / cell_m)) - 1;
  if (column < 0 || column >= columns || row < 0 || row >= rows) return std::nullopt;
  return CellIndex{column, row};
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
  grid.x_min = west * cell_m;
  grid.y_max = north * cell_m;
  grid.cell_m = cell_m;
  grid.columns = static_cast<std::int64_t>(east - west);
  grid.rows = static_cast<std::int64_t>(north - south);
  grid.crs = std::move(crs);
  return grid;
}

}  // namespace sise
