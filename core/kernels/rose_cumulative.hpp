// How often the wind blows to between two directions: what a sharp edge of a footprint asks of the rose.
#pragma once
#include <cstddef>
#include <vector>

#include "core/kernels/direction_density.hpp"

namespace sise {

/// The integral of the density over the direction that the wind blows to, from the first sector's edge clockwise: a cubic
/// in ξ in each sector.
struct RoseCumulative {
  explicit RoseCumulative(const DirectionDensity& density);

  /// The coefficients of ξ by rising power, four rows of one for every sector. A row is filled up to whole registers.
  std::vector<double> terms;
  std::size_t stride;  ///< from row to row
  int sectors;
  double first_turns;  ///< bearing of the first sector's edge, in turns
  double total;
  double most_per_turn = 0.0;  ///< the density is nowhere larger
};

}  // namespace sise
