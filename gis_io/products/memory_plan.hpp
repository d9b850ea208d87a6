// How much memory a map takes, and how it is cut so that it takes no more than it may.
#pragma once
#include <cstdint>
#include <optional>

#include "core/grid/grid_spec.hpp"
#include "core/risk/risk_model.hpp"
#include "core/study/study.hpp"

namespace sise {

struct MemoryPlan {
  bool in_memory = true;  ///< the whole map at once; else row by row through a file on disk
  std::int64_t rows_per_band = 0;
  std::size_t kernel_cache_bytes = 0;
  std::int64_t peak_bytes = 0;  ///< of the process, within 20 %
};

/// Kernels of a study before any is computed: how many there are and what they take at most.
struct KernelDemand {
  std::size_t units = 0;
  std::size_t bytes_all = 0;
  std::size_t bytes_largest = 0;
};

/// Throws BudgetError when the grid has more cells than `max_cells`, or the map does not fit into `max_memory` even when
/// cut as finely as it can be.
[[nodiscard]] MemoryPlan plan_memory(const GridSpec& grid, const KernelDemand& kernels, std::size_t population_patches,
                                     std::optional<std::int64_t> max_memory_bytes,
                                     std::optional<std::int64_t> max_cells);

}  // namespace sise
