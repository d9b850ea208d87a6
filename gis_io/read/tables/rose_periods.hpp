// What the column `period` of a wind rose says of day and night.
#pragma once
#include <optional>

#include "gis_io/read/config/layer_config.hpp"

namespace sise {

/// The share of the hours that the rose counts as day; nullopt where it does not tell day and night apart.
[[nodiscard]] std::optional<double> day_share_of_rose(const LayerConfig& config);

}  // namespace sise
