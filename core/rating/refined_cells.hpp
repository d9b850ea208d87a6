// The worst risk anywhere in a cell: places within it, where its centre alone does not tell.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/grid/raster.hpp"
#include "core/rating/four_colours.hpp"
#include "core/risk/risk_model.hpp"

namespace sise {

/// Colour of individual risk: of all units and of the new ones alone, 1/yr.
using RiskColour = std::function<CellClass(double risk_all, double risk_new)>;

class RefinedCells {
 public:
  /// Keeps references.
  RefinedCells(const RiskModel& risk, const GridSpec& grid, RiskColour colour);

  /// Colour of individual risk at single places.
  [[nodiscard]] std::vector<CellClass> colours_at(std::span<const Point> places) const;

  /// The worst colour in each cell: at the corners of a lattice through it (10 m apart, 16 steps across at most, the
  /// cell's own corners and edges included) and at every unit that stands in it.
  [[nodiscard]] std::vector<CellClass> worst_in(std::span<const CellIndex> cells) const;

  /// Cells of rows [row_begin, row_end) whose centre may hide something worse: beside a cell of a worse colour, at the
  /// grid's edge, or close to a unit. `centres` holds the colours of rows [first_row, first_row + rows()), which must
  /// reach one row beyond on either side where the grid does.
  [[nodiscard]] std::vector<CellIndex> doubtful(const Raster<std::uint8_t>& centres, std::int64_t first_row,
                                                std::int64_t row_begin, std::int64_t row_end) const;

 private:
  [[nodiscard]] std::vector<CellClass> worst_in_batch(std::span<const CellIndex> cells) const;

  const RiskModel& risk_;
  GridSpec grid_;
  RiskColour colour_;
  std::int64_t steps_;  ///< of the lattice across a cell
};

}  // namespace sise
