// `sise zones`: who must leave, who shelters?
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_zones(const RunOptions& options);

}  // namespace sise
