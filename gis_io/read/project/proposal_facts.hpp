// Facts that a proposal states beside its use and size, and what law and design codes say of them.
#pragma once
#include "core/criteria/siting_rules.hpp"
#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Reads the facts of every row (`table` in the order of `proposals`) and adds to each proposal the checks that need no risk
/// run, its occupancy, and its faults.
void judge_facts(const FeatureTable& table, const LayerConfig& config, const Study& study, const SitingRules& siting,
                 std::vector<Proposal>& proposals, Problems& problems);

}  // namespace sise
