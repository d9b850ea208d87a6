// People from a raster: counts per cell or density per km².
#pragma once
#include <vector>

#include "core/study/population.hpp"
#include "gis_io/layers/crs.hpp"
#include "gis_io/project/layer_config.hpp"
#include "models/base/error.hpp"

namespace sise {

enum class RasterPeople { per_cell, per_km2 };

/// One patch per cell with people whose centre lies in `reach` (in `target`): its centre and area brought into `target`.
/// Band 1 is day and night alike, or the day where a band 2 holds the night. Nodata and NaN are nobody; a negative value
/// that is not nodata is a problem, as are a raster without CRS and one that does not meet `reach` at all.
/// Throws InputError when the file cannot be opened.
[[nodiscard]] std::vector<PopulationPatch> read_population_raster(const LayerConfig& config, RasterPeople unit,
                                                                  const Crs& target, const Bounds& reach,
                                                                  Problems& problems);

}  // namespace sise
