// A raster of codes as polygons along its cell edges, while it streams past row by row.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <span>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"

namespace sise {

/// The polygons of a code cover exactly the cells with that code: putting the raster's centres back into them gives the
/// same raster. Cells that meet in a corner only are two polygons that touch there, and rings that would touch
/// themselves are cut in two, so every MultiPolygon is valid. Outer rings run counter-clockwise, holes clockwise;
/// vertices stand only where the line turns. Memory: two rows, the open lines and the result, all of the order of the
/// boundaries' length.
class CellPolygonizer {
 public:
  /// Throws ConfigError for an unsound grid.
  explicit CellPolygonizer(const GridSpec& grid);
  ~CellPolygonizer();
  CellPolygonizer(CellPolygonizer&&) noexcept;
  CellPolygonizer& operator=(CellPolygonizer&&) noexcept;
  CellPolygonizer(const CellPolygonizer&) = delete;
  CellPolygonizer& operator=(const CellPolygonizer&) = delete;

  /// The next row from the north, one code per column. Throws std::invalid_argument for another length and
  /// std::logic_error for a row too many.
  void add_row(std::span<const std::uint8_t> codes);

  /// The polygons of every code that occurs, code 0 included; call once, after the last row (std::logic_error otherwise).
  [[nodiscard]] std::map<int, MultiPolygon> finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sise
