// Units whose zone of the worst colour is smaller than a cell: a map of such cells tells where they are, not how large.
#pragma once
#include <cstddef>
#include <vector>

#include "core/rating/four_colour_map.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct SmallZone {
  std::size_t unit = 0;  ///< index into the study's units
  ColourCode code = ColourCode::red;
  double radius_m = 0.0;  ///< as far as the colour surely reaches in every direction
  /// Cells of this size show it: one of their centres surely lies in it. 1, 2 or 5 times a power of ten; NaN: none of a
  /// metre or more does.
  double cell_m = 0.0;
};

/// In the order of the units. A zone is looked at in 16 directions from the unit's source; it is small where cells as they
/// are may have no centre in it (a disc of radius r holds a centre of every lattice up to r √2 wide). Blue is no zone.
[[nodiscard]] std::vector<SmallZone> zones_smaller_than_a_cell(const Assessment& assessment, const FourColourMap& map);

}  // namespace sise
