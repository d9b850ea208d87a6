// `sise review`: may this be built here?
#pragma once
#include <string>

#include "gis_io/products/run_options.hpp"

namespace sise {

/// `proposals`: FILE or FILE:layer. Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_review(const RunOptions& options, const std::string& proposals);

}  // namespace sise
