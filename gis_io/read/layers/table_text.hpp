// Every text of a table becomes UTF-8, or its file is refused.
#pragma once
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Shapefiles: the bytes are recoded by what shapefile_encoding says, else by detection, which is noted. Other sources
/// hand out UTF-8; where one does not, the user's `encoding` counts, else detection. Text that looks as if it had been
/// spoilt before it was stored gives a warning. Throws InputError("wrong_encoding") naming a text that does not fit.
void settle_text(FeatureTable& table, const LayerConfig& config, Problems& problems);

}  // namespace sise
