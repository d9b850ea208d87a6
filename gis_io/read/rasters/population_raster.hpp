// People from a raster: counts per cell or density per km².
#pragma once
#include <vector>

#include "core/study/population.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "models/base/error.hpp"

namespace sise {

/// One patch per cell with people whose centre lies in `reach` (in `target`): its centre and area brought into `target`.
/// Band 1 is day and night alike, or the day where a band 2 holds the night. Nodata and NaN are nobody; a negative value
/// that is not nodata is a problem, as are a raster without CRS and one that does not meet `reach` at all.
/// Throws InputError when the file cannot be opened.
[[nodiscard]] std::vector<PopulationPatch> read_population_raster(const LayerConfig& config, PopulationUnit unit,
                                                                  const Crs& target, const Bounds& reach,
                                                                  Problems& problems);

}  // namespace sise
