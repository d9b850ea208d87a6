// `sise capacity`: how much more can stand here?
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_capacity(const RunOptions& options);

}  // namespace sise
