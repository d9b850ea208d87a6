// People from a raster: counts per cell or density per km².
#pragma once
#include <vector>

#include "core/study/population.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/rasters/people_read.hpp"
#include "gis_io/read/rasters/population_bands.hpp"
#include "gis_io/read/rasters/population_config.hpp"
#include "models/base/error.hpp"

namespace sise {

/// One patch per cell with people whose centre lies in `reach` (in `target`): its centre and area brought into `target`.
/// population_bands() says which bands are day and night; masks and alpha hide cells, scale and offset are applied.
/// Nodata and NaN are not covered: nobody is counted there, and nobody is said not to be. A negative or infinite value that
/// is not nodata is a problem, as are a raster without CRS and one that does not meet `reach` at all.
/// Throws InputError when the file cannot be opened.
[[nodiscard]] PeopleRead read_population_raster(const LayerConfig& config, PopulationUnit unit, const Crs& target,
                                                const Bounds& reach, Problems& problems, const AskedBands& asked = {});

}  // namespace sise
