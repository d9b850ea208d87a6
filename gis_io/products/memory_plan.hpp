// The memory that a command's options allow, for what its files take.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/runs/memory_plan.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/write/results/map_rasters.hpp"

namespace sise {

/// Of a map that goes into MapRasters.
[[nodiscard]] inline MemoryPlan plan_memory(const GridSpec& grid, const RiskDemand& risk,
                                            std::size_t population_patches,
                                            std::optional<std::int64_t> max_memory_bytes,
                                            std::optional<std::int64_t> max_cells) {
  return plan_memory(grid, risk, MapRasters::demand(), population_patches, Budget{max_memory_bytes, max_cells});
}

/// Of tables.
[[nodiscard]] inline ListsPlan plan_lists(const RiskDemand& risk, const ListsDemand& lists, const RunOptions& options) {
  return plan_lists(risk, lists, Budget{options.max_memory_bytes, options.max_cells});
}

}  // namespace sise
