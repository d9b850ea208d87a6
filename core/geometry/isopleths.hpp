// The regions where a field exceeds a level, as polygons, while the field streams past row by row.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"

namespace sise {

/// Marching squares between cell centres (linear interpolation along each side of a square of four neighbours).
///
/// - Inside means value > level: a value equal to the level does not exceed it.
/// - A saddle (two opposite corners inside) is one region when the mean of its four values exceeds the level, else two.
/// - The outer half cell continues the value of its cell's centre, so a region that fills the raster has its bounds.
/// - NaN is outside; the boundary runs half-way between a NaN centre and its neighbours, as it does beside an infinity.
/// - The line keeps at least 1e-4 of a cell away from every centre, so that no ring ever touches itself or another one;
///   rings of less than 1e-6 of a cell's area are dropped.
///
/// The polygons are valid, outer rings run counter-clockwise and holes clockwise, and a level's region lies inside that
/// of every lower level. Memory: two rows, the open lines and the result.
class IsoplethTracer {
 public:
  /// Throws ConfigError for an unsound grid, std::invalid_argument for a level that is not finite.
  IsoplethTracer(const GridSpec& grid, const std::vector<double>& levels);
  ~IsoplethTracer();
  IsoplethTracer(IsoplethTracer&&) noexcept;
  IsoplethTracer& operator=(IsoplethTracer&&) noexcept;
  IsoplethTracer(const IsoplethTracer&) = delete;
  IsoplethTracer& operator=(const IsoplethTracer&) = delete;

  /// The next row from the north, one value per column. Throws std::invalid_argument for another length and
  /// std::logic_error for a row too many.
  void add_row(std::span<const double> values);

  /// One region per level, in the order of the levels; call once, after the last row (std::logic_error otherwise).
  [[nodiscard]] std::vector<MultiPolygon> finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sise
