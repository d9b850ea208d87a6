// sise onemap: everything on one map.
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, ModelError, OutputError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_onemap(const RunOptions& options);

}  // namespace sise
