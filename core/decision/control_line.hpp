// The line around a park within which land use is held back (土地规划安全控制线): a legal output of the park's risk.
#pragma once
#include <cstdint>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/decision/park.hpp"
#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct ControlLine {
  MultiPolygon inside;  ///< what the line encloses, holes filled; several parts where islands of risk lie apart
  double level_per_year = 0.0;
  double pressure_pa = 0.0;
  double area_m2 = 0.0;
  double farthest_m = 0.0;           ///< of the line from the park's ground
  double field_cell_m = 0.0;         ///< of the grid that the contour was drawn on
  std::vector<std::size_t> targets;  ///< protected targets that lie inside or touch it
  Chain rests_on;                    ///< the two limits, and the curve where there are charges
  bool by_risk = false;              ///< the contour, or
  bool by_charge = false;            ///< the circles of explosives reach beyond the park's ground
};

/// The outer envelope of the park's ground, the region where the units of the park together exceed the strictest limit of new
/// facilities, and the circles of its explosive units at the strictest overpressure. The region may leave the study's grid.
/// Throws ModelError, Interrupted.
[[nodiscard]] ControlLine control_line(const Assessment& assessment, const Park& park, const ParkUnits& units,
                                       Progress* progress);

/// What the contour takes in memory at most, told before any kernel is known: it is drawn on cells as wide as the study's, on wider
/// ones where there would be more than a few million.
[[nodiscard]] std::int64_t control_line_bytes();

}  // namespace sise
