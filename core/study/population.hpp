// People as points with weights; a raster or polygons become these where they are read.
#pragma once
#include <optional>
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// A square patch of ground (or a small part of a polygon) with the people who live or work there.
struct PopulationPatch {
  Point centre;         ///< in the grid's CRS
  double size_m = 0.0;  ///< edge of the square over which the people are spread
  double people_day = 0.0;
  double people_night = 0.0;
};

struct Population {
  std::vector<PopulationPatch> patches;
  /// Ground that the source says something about, be it that nobody is there; none: the source does not tell.
  std::optional<MultiPolygon> covered{};
  double indoor_day = 0.93;
  double indoor_night = 0.99;
  double day_fraction = 0.44;
};

}  // namespace sise
