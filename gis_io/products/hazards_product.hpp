// sise hazards: from a project file to the ledger of major hazards.
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Throws ConfigError, InputError, OutputError, Interrupted.
[[nodiscard]] RunReport run_hazards(const RunOptions& options);

}  // namespace sise
