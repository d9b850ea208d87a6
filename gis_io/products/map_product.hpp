// `sise map`: what colour is every place today?
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Reads the project, computes the four-colour map and writes all its files, or, for a dry run, plans them.
/// Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_map(const RunOptions& options);

}  // namespace sise
