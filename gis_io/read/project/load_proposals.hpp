// --proposals FILE[:layer]: what somebody wants to build.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/siting_rules.hpp"
#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/config/layer_config.hpp"

namespace sise {

/// "plans.gpkg:west" names a layer unless a file of that whole name exists. Relative to the current folder. `how` is the
/// project's [proposals]: fields, crs and the like.
[[nodiscard]] LayerConfig proposals_layer(const std::string& file_and_layer, LayerConfig config = {});

struct LoadedProposals {
  std::vector<Proposal> proposals;  ///< in the order of the layer; one that could not be read has its faults
  std::vector<Diagnostic> notes;
};

/// Reads proposals into the study's CRS. `kind` is "development" (then a target's fields) or "unit" (then a unit's
/// fields, its own kind as `unit_kind`; it counts as new). A row that cannot be understood (unknown use, class or kind, an
/// id that occurs twice, an unsound shape) keeps its faults and the others stand. Throws InputError where the layer as a
/// whole is wrong, and where no row is sound.
[[nodiscard]] LoadedProposals load_proposals(const LayerConfig& config, const Study& study, const SitingRules& siting);
/// By what is built in.
[[nodiscard]] LoadedProposals load_proposals(const LayerConfig& config, const Study& study);

}  // namespace sise
