#include "core/risk/societal/deaths_in_cells.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sise {
namespace {

std::int64_t within(double place, std::int64_t count) {
  return static_cast<std::int64_t>(std::clamp(std::floor(place), 0.0, static_cast<double>(count - 1)));
}

std::int64_t column_of(const GridSpec& grid, double x) { return within((x - grid.x_min) / grid.cell_m, grid.columns); }
std::int64_t row_of(const GridSpec& grid, double y) { return within((grid.y_max - y) / grid.cell_m, grid.rows); }

}  // namespace

DeathsInCells::DeathsInCells(const GridSpec& grid, std::span<const Point> sources, double reach_m)
    : grid_(grid), window_{grid.columns, grid.rows, 0, 0} {
  std::int64_t east = -1;
  std::int64_t south = -1;
  for (const Point& at : sources) {
    window_.column = std::min(window_.column, column_of(grid, at.x - reach_m));
    window_.row = std::min(window_.row, row_of(grid, at.y + reach_m));
    east = std::max(east, column_of(grid, at.x + reach_m));
    south = std::max(south, row_of(grid, at.y - reach_m));
  }
  window_.columns = std::max<std::int64_t>(0, east - window_.column + 1);
  window_.rows = std::max<std::int64_t>(0, south - window_.row + 1);
  deaths_.resize(static_cast<std::size_t>(window_.columns * window_.rows));
}

bool DeathsInCells::add(Point place, double deaths_per_year) {
  const auto cell = grid_.cell_at(place);
  if (!cell) return false;
  const std::int64_t at = (cell->row - window_.row) * window_.columns + cell->column - window_.column;
  deaths_.at(static_cast<std::size_t>(at)) += deaths_per_year;
  return true;
}

std::vector<std::pair<std::int64_t, double>> DeathsInCells::told() const {
  std::vector<std::pair<std::int64_t, double>> cells;
  for (std::size_t i = 0; i < deaths_.size(); ++i) {
    if (!(deaths_[i] > 0.0)) continue;
    const auto at = static_cast<std::int64_t>(i);
    const std::int64_t row = window_.row + at / window_.columns;
    cells.emplace_back(row * grid_.columns + window_.column + at % window_.columns, deaths_[i]);
  }
  return cells;
}

}  // namespace sise
