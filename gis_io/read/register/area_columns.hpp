// The columns of a layer of areas: number, name and what else a project names. Not for use outside register.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"

namespace sise {

/// As mapped, else one of the usual headings. A mapped one that the layer lacks is a problem ("missing_field").
[[nodiscard]] std::optional<std::size_t> area_column(const FeatureTable& table, const LayerConfig& layer,
                                                     const std::string& name, const std::vector<std::string>& usual,
                                                     Problems& problems);
[[nodiscard]] std::optional<std::size_t> area_id_column(const FeatureTable& table, const LayerConfig& layer,
                                                        Problems& problems);
[[nodiscard]] std::optional<std::size_t> area_name_column(const FeatureTable& table, const LayerConfig& layer,
                                                          Problems& problems);
/// Trimmed and in half-width signs; empty for blank and for no column.
[[nodiscard]] std::string cell_text_of(const FeatureRow& row, const std::optional<std::size_t>& column);

}  // namespace sise
