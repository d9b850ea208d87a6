#include "core/runs/budget.hpp"

#include <fmt/format.h>

#include "models/base/error.hpp"

namespace sise {

void require_within(const Budget& budget, const WorkNeed& need, const Text& what) {
  const bool too_many = budget.max_cells && need.cells > *budget.max_cells;
  const bool too_much = budget.max_memory_bytes && need.peak_bytes > *budget.max_memory_bytes;
  if (!too_many && !too_much) return;
  const std::int64_t mebibytes = (need.peak_bytes + (1 << 20) - 1) >> 20;  // as much as would do
  throw BudgetError(too_many ? "over_cells" : "over_memory",
                    {fmt::format("{} need {} cells and {} MiB", what.en, need.cells, mebibytes),
                     fmt::format("{}需要 {} 个单元、{} MiB 内存", what.zh, need.cells, mebibytes)},
                    {.field = "grid.cell_m"}, {"Take larger cells or raise the budget", "请增大网格边长或提高预算"});
}

}  // namespace sise
