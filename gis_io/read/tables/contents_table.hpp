// [units.contents]: further substances of units that hold several.
#pragma once
#include <vector>

#include "core/study/unit.hpp"
#include "core/study/unit_content.hpp"
#include "gis_io/read/tables/units_table.hpp"

namespace sise {

/// One row per unit and substance; every unit_id must be a unit's.
[[nodiscard]] std::vector<UnitContent> read_contents(const LayerConfig& config, const UnitSurroundings& around,
                                                     const std::vector<Unit>& units, Problems& problems);

}  // namespace sise
