// From [grid] to cells.
#pragma once
#include <optional>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "models/base/error.hpp"

namespace sise {

struct GridExtent {
  GridSpec grid;
  std::optional<MultiPolygon> area;  ///< in the grid's CRS
};

/// The grid over the bounds, or over the area layer's polygons, grown by the margin. What whole cells add is noted in
/// `problems`. nullopt when the configuration gives neither (an incident's grid follows from its reach), or when the
/// area has faults, which are then in `problems`. Throws ConfigError for bounds that cannot lie in the CRS, InputError
/// for a layer that cannot be read.
[[nodiscard]] std::optional<GridExtent> grid_extent(const GridConfig& config, const Crs& crs, Problems& problems);

}  // namespace sise
