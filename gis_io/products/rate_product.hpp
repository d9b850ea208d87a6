// sise rate: from a project's register to the official four colours of points, enterprises and areas.
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, OutputError, Interrupted. What a row got wrong leaves the run partial, not failed.
[[nodiscard]] RunReport run_rate(const RunOptions& options);

}  // namespace sise
