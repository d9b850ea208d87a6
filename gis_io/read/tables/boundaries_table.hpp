// The ground of each enterprise: people inside are its own staff.
#pragma once
#include <optional>
#include <vector>

#include "core/study/study.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Parts of one enterprise are joined. An enterprise that no unit names is a warning, as its name may be misspelt.
[[nodiscard]] std::vector<EnterpriseBoundary> read_boundaries(const LayerConfig& config, const Crs& crs,
                                                              const std::optional<Bounds>& grid,
                                                              const std::vector<Unit>& units, Problems& problems);

}  // namespace sise
