// What layers of proposals and land-use plans have in common: every row stands by itself. Not for use outside project.
#pragma once
#include <string>
#include <vector>

#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// The table without its rows.
[[nodiscard]] FeatureTable header_of(const FeatureTable& table);

/// The mapping of one reader alone: names that belong to another are no mistake.
[[nodiscard]] LayerConfig part_of(LayerConfig config, const std::vector<std::string>& names);

/// How a row without an id is called.
[[nodiscard]] std::string label_of(const FeatureRow& row);

/// The layer on the grid. Rows whose geometry is unsound are left as they came, with their fault.
[[nodiscard]] FeatureTable read_placed(const LayerConfig& config, const Crs& crs, const Study& study,
                                       Problems& problems);

/// Takes a row's problems: errors keep the proposal from being decided, the rest are remarks on the layer.
void take_problems(const Problems& problems, Proposal& proposal, Problems& remarks);

/// Where two proposals share an id neither is decided; a unit's id may not be one of the study's either.
void check_ids(const FeatureTable& table, const Study& study, std::vector<Proposal>& proposals);

/// A layer of which nothing can be decided is wrong as a whole.
void refuse_if_none_is_sound(const std::vector<Proposal>& proposals, Problems& problems);

}  // namespace sise
