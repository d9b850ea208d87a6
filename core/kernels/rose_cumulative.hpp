// How often the wind blows to between two directions: what a sharp edge of a footprint asks of the rose.
#pragma once
#include <vector>

#include "core/kernels/direction_density.hpp"

namespace sise {

/// The integral of the density over the direction that the wind blows to, from the first sector's edge clockwise: a cubic
/// in ξ in each sector.
struct RoseCumulative {
  explicit RoseCumulative(const DirectionDensity& density);

  std::vector<double> terms;  ///< four per sector, by rising power of ξ
  int sectors;
  double first_turns;  ///< bearing of the first sector's edge, in turns
  double total;
  double most_per_turn = 0.0;  ///< the density is nowhere larger
};

}  // namespace sise
