// [scenarios]: what can go wrong at the units, row by row.
#pragma once
#include <vector>

#include "core/study/scenario.hpp"
#include "core/study/unit.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "models/base/error.hpp"
#include "models/harm/toxic_basis.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Reads and checks every scenario against its unit, with all blanks filled: the unit's own id as its layer spells it,
/// the unit's substance, 1800 s and 1 m. Every number and every property of a substance that a kind needs must be there,
/// for toxic scenarios the constants of the harm pack's basis.
[[nodiscard]] std::vector<Scenario> read_scenarios(const LayerConfig& config, const std::vector<Unit>& units,
                                                   const SubstanceTable& substances, ToxicBasis basis,
                                                   Problems& problems);

}  // namespace sise
