// `sise distances`: which sites are closer to people than they may be?
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_distances(const RunOptions& options);

}  // namespace sise
