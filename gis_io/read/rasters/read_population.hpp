// [population]: raster or polygons, as the configuration says.
#pragma once
#include "core/grid/grid_spec.hpp"
#include "core/study/population.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/rasters/population_config.hpp"
#include "models/base/error.hpp"

namespace sise {

/// People on the grid and up to 20 km around it, where clouds that start inside may still reach.
[[nodiscard]] Population read_population(const PopulationConfig& config, const GridSpec& grid, const Crs& crs,
                                         Problems& problems);

}  // namespace sise
