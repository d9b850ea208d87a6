// How much memory a map takes, and how it is cut so that it takes no more than it may.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/risk/risk_model.hpp"
#include "core/study/study.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

struct MemoryPlan {
  bool in_memory = true;  ///< the whole map at once; else row by row through a file on disk
  std::int64_t rows_per_band = 0;
  RiskBudget risk;
  std::int64_t peak_bytes = 0;  ///< of the process, within 20 %
};

/// What the risk of a study takes in memory, told before any kernel is computed.
struct RiskDemand {
  std::int64_t all_kernels_bytes = 0;
  std::int64_t kernel_bytes = 0;
  std::int64_t shared_bytes = 0;  ///< by kernels while they are built
  bool with_new = false;          ///< new units are summed apart
};
[[nodiscard]] RiskDemand demand_of(const RiskModel& risk);

/// Kernels are held while rows are summed for as long as they fit: then each is built once. Where they do not, those that
/// are left over are built again for every part of the grid that is summed at a time, and the parts are as large as they
/// can be. Throws BudgetError when the grid has more cells than `max_cells`, or the map does not fit into `max_memory` even when
/// cut as finely as it can be.
[[nodiscard]] MemoryPlan plan_memory(const GridSpec& grid, const RiskDemand& risk, std::size_t population_patches,
                                     std::optional<std::int64_t> max_memory_bytes,
                                     std::optional<std::int64_t> max_cells);

/// A run that asks risk at places and writes tables.
struct ListsPlan {
  RiskBudget risk;
  std::int64_t peak_bytes = 0;
};

/// `places` are asked about, `rows` written. Throws BudgetError when there are more places than --max-cells (a place stands
/// for a cell), or when not even one kernel at a time fits into --max-memory.
[[nodiscard]] ListsPlan plan_lists(const RiskDemand& risk, std::int64_t places, std::int64_t rows,
                                   const RunOptions& options);

/// How many places on these shapes are asked about: cells within them, and their edges metre by metre.
[[nodiscard]] std::int64_t places_asked(const std::vector<const Geometry*>& shapes, const GridSpec& grid);

}  // namespace sise
