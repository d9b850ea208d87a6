// Brings the geometries of a table into the grid's CRS, or says why they cannot be trusted.
#pragma once
#include <optional>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Takes each row's geometry from the source, or from the columns x/y (easting, northing), lon/lat or wkt that `config`
/// names or the table has. The CRS is `config.crs`, else the source's; none is "missing_crs". Rows whose geometry is
/// faulty keep none; their faults are in `problems`: coordinates that are not finite, outside the CRS's area of use,
/// swapped, in the wrong unit, with a wrong zone number, or a layer wholly farther than 100 km from `grid`.
void place_features(FeatureTable& table, const LayerConfig& config, const Crs& target,
                    const std::optional<Bounds>& grid, Problems& problems);

}  // namespace sise
