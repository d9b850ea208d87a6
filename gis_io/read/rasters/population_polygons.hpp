// People from polygons: villages, blocks, governance grids with people_day and people_night.
#pragma once
#include <optional>
#include <vector>

#include "core/study/population.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/rasters/people_read.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Spreads each polygon's people evenly over squares of a lattice whose centres lie in it: about 64 squares per polygon,
/// between 10 and 100 m wide; a polygon that holds no centre, a point or a line is one patch. No one gets lost. Where
/// only one of people_day and people_night is there, it counts for both, which is noted.
///
/// What the polygons cover is known, but for those without a number; a layer with points or lines does not tell.
[[nodiscard]] PeopleRead read_population_polygons(const LayerConfig& config, const Crs& target,
                                                  const std::optional<Bounds>& grid, Problems& problems);

}  // namespace sise
