// `sise societal`: how often do accidents kill many at once?
#pragma once
#include "core/runs/societal.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

/// What [societal] of a project asks for, its packs read. Throws ConfigError.
[[nodiscard]] SocietalWishes societal_wishes(const OpenProject& project);

/// Throws as the other products do.
[[nodiscard]] RunReport run_societal(const RunOptions& options);

}  // namespace sise
