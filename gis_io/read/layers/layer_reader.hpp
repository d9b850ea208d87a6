// One way in for every layer and table of a project.
#pragma once
#include <optional>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// A table without regard to geometry: CSV, a sheet, an attribute table, a layer's attributes. Throws InputError where
/// the source cannot be read at all.
[[nodiscard]] FeatureTable read_table(const LayerConfig& config, Problems& problems);

/// A layer with every feature in `target`. An empty layer is a problem ("empty_layer").
[[nodiscard]] FeatureTable read_layer(const LayerConfig& config, const Crs& target, const std::optional<Bounds>& grid,
                                      Problems& problems);

}  // namespace sise
