// [context] of a project or an incident. Not for use outside gis_io/project.
#pragma once
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/read/project/sections.hpp"

namespace sise {

/// [context] tiles, tiles_credit, and [context.NAME] for each layer. Every problem is added.
[[nodiscard]] ContextConfig read_context_section(const ConfigNode& node, const ConfigOrigin& origin,
                                                 Problems& problems);

}  // namespace sise
