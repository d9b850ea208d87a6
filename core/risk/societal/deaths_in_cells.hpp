// Where a unit's expected deaths are: cells of a grid.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/grid/grid_spec.hpp"

namespace sise {

/// Deaths a year in those cells that lie within `reach_m` of any source; a rectangle of them is held.
class DeathsInCells {
 public:
  /// Keeps a reference to the grid.
  DeathsInCells(const GridSpec& grid, std::span<const Point> sources, double reach_m);

  /// A place within reach. False: it lies outside the grid.
  bool add(Point place, double deaths_per_year);

  /// Cells with deaths, as row × columns + column of the grid, rising.
  [[nodiscard]] std::vector<std::pair<std::int64_t, double>> told() const;

 private:
  const GridSpec& grid_;
  CellWindow window_;
  std::vector<double> deaths_;
};

}  // namespace sise
