// [register.indices] of a project.
#pragma once
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

/// Faults: figures below 0, bad and good that are the same, weights that do not sum up to 1.
[[nodiscard]] IndicesConfig read_indices_section(const ConfigNode& node, Problems& problems);

}  // namespace sise
