// The memory that a command's options allow, for what its files take.
#pragma once
#include "core/runs/memory_plan.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Of tables.
[[nodiscard]] inline ListsPlan plan_lists(const RiskDemand& risk, const ListsDemand& lists, const RunOptions& options) {
  return plan_lists(risk, lists, Budget{options.max_memory_bytes, options.max_cells});
}

}  // namespace sise
