// `sise relocation`: which enterprise, closed, halved or moved, gives most back?
#pragma once
#include <cstddef>
#include <string>

#include "gis_io/products/run_options.hpp"

namespace sise {

struct RelocationWishes {
  std::string plan;       ///< FILE or FILE:layer; empty: no parcels are decided
  std::string scheme;     ///< of the plan's codes; empty: as the project says, else to be proven
  std::size_t prove = 3;  ///< so many of the first are proven by a second run
};

/// Enterprises may move to the parks of [capacity]. Throws ConfigError, InputError, OutputError, ModelError,
/// BudgetError, Interrupted.
[[nodiscard]] RunReport run_relocation(const RunOptions& options, const RelocationWishes& wishes);

}  // namespace sise
