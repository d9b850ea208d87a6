// --proposals FILE[:layer]: what somebody wants to build.
#pragma once
#include <string>
#include <vector>

#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/project/layer_config.hpp"

namespace sise {

/// "plans.gpkg:west" names a layer unless a file of that whole name exists. Relative to the current folder. `how` is the
/// project's [proposals]: fields, crs and the like.
[[nodiscard]] LayerConfig proposals_layer(const std::string& file_and_layer, LayerConfig how = {});

struct LoadedProposals {
  std::vector<Proposal> proposals;  ///< in the order of the layer
  std::vector<Diagnostic> notes;
};

/// Reads proposals into the study's CRS. `kind` is "development" (then a target's fields) or "unit" (then a unit's
/// fields, its own kind as `unit_kind`; it counts as new). Throws InputError with every problem.
[[nodiscard]] LoadedProposals load_proposals(const LayerConfig& config, const Study& study);

}  // namespace sise
