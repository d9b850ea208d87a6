// [capacity]: parks, and the unit type whose number is asked for. Not for use outside gis_io/project.
#pragma once
#include "gis_io/read/project/capacity_config.hpp"
#include "gis_io/read/project/sections.hpp"

namespace sise {

[[nodiscard]] CapacityConfig read_capacity_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                   Problems& problems);

}  // namespace sise
