// How individual risk falls off across units that are drawn as lines.
#pragma once
#include <cstddef>
#include <vector>

#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// A place across a line.
struct TransectPoint {
  std::size_t unit = 0;    ///< index into the study's units
  double station_m = 0.0;  ///< along the line as it is drawn
  double offset_m = 0.0;   ///< from the line, to the right of the way it is drawn; below 0: to the left
  Point place;
  double own_per_year = 0.0;  ///< of the unit alone
  double all_per_year = 0.0;  ///< of all units
};

/// Whether the study has units that transects are made of: drawn as a line, with scenarios.
[[nodiscard]] bool has_transects(const Study& study);

/// At the middles of equal pieces of each line, none longer than 250 m and at most 200, at 0, 10, 20, 50, 100, 200, 500, 1000
/// and 2000 m on either side, as far as the unit's risk reaches. In the order of the units, along each line, from left to
/// right. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<TransectPoint> transects(const Assessment& assessment, Progress* progress);

}  // namespace sise
