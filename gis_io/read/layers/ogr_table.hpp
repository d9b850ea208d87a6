// Any source that OGR opens, as a FeatureTable in UTF-8.
#pragma once
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Reads the layer that `config` names, or the only one, whole. Guessed encodings and the like are noted in
/// `problems`. Throws InputError where there is no such file or layer, or it is damaged.
[[nodiscard]] FeatureTable read_ogr_table(const LayerConfig& config, Problems& problems);

}  // namespace sise
