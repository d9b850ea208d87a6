// [natural_hazards] of a project.
#pragma once
#include "gis_io/read/project/project_config.hpp"

namespace sise {

[[nodiscard]] NaturalHazardsConfig read_natural_hazards_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                                Problems& problems);

}  // namespace sise
