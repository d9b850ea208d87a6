// The land on which one enterprise by itself keeps homes and schools from being built, enterprise by enterprise.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/decision/enterprises.hpp"
#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/grid/raster.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// Where an enterprise stands and how much of it there is.
struct EnterpriseState {
  double east_m = 0.0;  ///< moved as a whole
  double north_m = 0.0;
  double share = 1.0;  ///< of its accidents' frequency; its charges stay as they are
};

/// Cells of a part of the grid where an enterprise breaks a limit.
struct HeldCells {
  CellWindow window;
  Raster<std::uint8_t> held;  ///< 1: it does
};

/// Cells at whose centres (within five cells of a source: on whose average) the enterprise alone exceeds the strictest
/// limit: all its units that of existing facilities, its new units that of new ones, a charge the strictest
/// overpressure. Only units that could be computed count. Throws ModelError, Interrupted.
[[nodiscard]] HeldCells held_cells(const Assessment& assessment, const Projection& projection,
                                   const Enterprise& enterprise, const EnterpriseState& state, Progress* progress);

/// Outside of this box the enterprise as it stands keeps every limit of every class of targets. Nothing: it breaks none anywhere.
[[nodiscard]] std::optional<Bounds> reach_of(const Assessment& assessment, const Enterprise& enterprise);

/// The district's cells: NaN outside, inside the people who live there, day and night weighted; 0 without a population.
/// Throws Interrupted.
[[nodiscard]] Raster<double> people_of_district(const Study& study, const Progress* progress);

/// Who holds each cell of the district.
struct HeldLand {
  static constexpr std::int32_t nobody = -1;
  static constexpr std::int32_t several = -2;
  Raster<std::int32_t> holder;      ///< index of the one enterprise
  std::vector<CellWindow> windows;  ///< an enterprise's cells lie within its own
};

/// Throws ModelError, Interrupted.
[[nodiscard]] HeldLand held_land(const Assessment& assessment, const Projection& projection,
                                 const std::vector<Enterprise>& enterprises, Progress* progress);

/// Land and the people who live on it.
struct LandSum {
  std::int64_t cells = 0;
  double people = 0.0;
};

/// Sums over the cells of the district in a window for which `counts` says so.
template <class Counts>
[[nodiscard]] LandSum sum_over(const Raster<double>& people, const CellWindow& window, Counts counts) {
  LandSum sum;
  for (std::int64_t row = window.row; row < window.row + window.rows; ++row) {
    for (std::int64_t column = window.column; column < window.column + window.columns; ++column) {
      const double here = people.at(column, row);
      if (std::isnan(here) || !counts(CellIndex{column, row})) continue;
      ++sum.cells;
      sum.people += here;
    }
  }
  return sum;
}

/// What held_land() and people_of_district() keep.
[[nodiscard]] std::int64_t held_land_bytes(const GridSpec& grid);
/// What held_cells() takes while it works, as far as that can be told before kernels are known.
[[nodiscard]] std::int64_t held_cells_bytes(const GridSpec& grid);

}  // namespace sise
