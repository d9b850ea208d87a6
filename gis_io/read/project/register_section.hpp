// [register] and [areas]. Not for use outside gis_io/project.
#pragma once
#include <vector>

#include "gis_io/read/project/sections.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

[[nodiscard]] RegisterConfig read_register_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                   Problems& problems);
/// Named sets, each a layer with the columns of its areas' id and name.
[[nodiscard]] std::vector<BoundarySetConfig> read_areas_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                                Problems& problems);

}  // namespace sise
