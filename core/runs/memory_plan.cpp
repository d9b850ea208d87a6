#include "core/runs/memory_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/geometry/operations.hpp"
#include "core/grid/interruption.hpp"
#include "core/grid/tiles.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

// A band while it is computed: its risk, and that of all and of new units with a row beyond on either side, later people by
// day and night (8 bytes each), the stored Float32, two codes, those at the centres, and the mask.
constexpr std::int64_t kBandBytesPerCell = 3 * 8 + 4 + 4;
constexpr std::int64_t kPatchBytes = 48;

std::int64_t band_bytes(const GridSpec& grid, std::int64_t rows) { return rows * grid.columns * kBandBytesPerCell; }

std::int64_t usual_rows(const GridSpec& grid) {
  return std::clamp<std::int64_t>(default_band_cells / std::max<std::int64_t>(grid.columns, 1), 1, grid.rows);
}

[[noreturn]] void refuse(std::int64_t needed, std::int64_t allowed) {
  throw BudgetError(
      "over_memory",
      {fmt::format("the run needs at least {} MiB, --max-memory allows {} MiB", (needed >> 20) + 1, allowed >> 20),
       fmt::format("运行至少需要 {} MiB 内存,--max-memory 只允许 {} MiB", (needed >> 20) + 1, allowed >> 20)},
      {}, {"Raise --max-memory or take larger cells", "请提高 --max-memory 或增大网格边长"});
}

}  // namespace

RiskDemand demand_of(const RiskModel& risk) {
  const KernelStore& kernels = risk.kernels();
  const std::size_t lines = risk.line_bytes();
  return {
      static_cast<std::int64_t>(kernels.all_bytes()), static_cast<std::int64_t>(kernels.largest_bytes()),
      static_cast<std::int64_t>(kernels.builder().shared_bytes() + lines) + (lines > 0 ? RiskTree::line_bytes() : 0),
      risk.any_new()};
}

std::int64_t second_run_bytes(const RiskDemand& risk, std::size_t changed_units) {
  const std::int64_t changed = static_cast<std::int64_t>(changed_units) * risk.kernel_bytes;
  const auto most = static_cast<std::int64_t>(RiskBudget::default_kernel_bytes);
  return std::min({changed, risk.all_kernels_bytes, most}) + risk.shared_bytes;
}

MemoryPlan plan_memory(const GridSpec& grid, const RiskDemand& risk, const ReceiverDemand& receiver,
                       std::size_t population_patches, const Budget& budget) {
  const std::optional<std::int64_t>& max_memory_bytes = budget.max_memory_bytes;
  const std::optional<std::int64_t>& max_cells = budget.max_cells;
  if (max_cells && grid.cells() > *max_cells) {
    throw BudgetError("over_cells",
                      {fmt::format("the grid has {} cells, --max-cells allows {}", grid.cells(), *max_cells),
                       fmt::format("网格有 {} 个单元,--max-cells 只允许 {}", grid.cells(), *max_cells)},
                      {.field = "grid.cell_m"}, {"Take larger cells or a smaller area", "请增大网格边长或缩小范围"});
  }
  const auto tree_bytes = [&](std::int64_t rows) {
    return RiskTree::bytes(grid, std::min(rows, grid.rows), risk.with_new);
  };
  const std::int64_t patches = static_cast<std::int64_t>(population_patches) * kPatchBytes;
  const std::int64_t fixed = program_bytes + std::min(receiver.cache_bytes, grid.cells()) + receiver.picture_bytes +
                             patches + risk.shared_bytes;
  const auto kernels_wanted =
      std::min(risk.all_kernels_bytes, static_cast<std::int64_t>(RiskBudget::default_kernel_bytes));
  MemoryPlan plan;
  plan.rows_per_band = usual_rows(grid);
  plan.risk.kernel_bytes = static_cast<std::size_t>(kernels_wanted);
  plan.peak_bytes = fixed + kernels_wanted + tree_bytes(grid.rows) + grid.cells() * receiver.bytes_per_cell +
                    band_bytes(grid, plan.rows_per_band);
  if (!max_memory_bytes || plan.peak_bytes <= *max_memory_bytes) return plan;

  plan.in_memory = false;
  const std::int64_t streaming = program_bytes + receiver.cache_bytes + receiver.streaming_bytes +
                                 receiver.picture_bytes + patches + risk.shared_bytes;
  const std::int64_t least = streaming + std::min(risk.all_kernels_bytes, risk.kernel_bytes) +
                             tree_bytes(RiskTree::root_cells) + band_bytes(grid, 1);
  if (least > *max_memory_bytes) refuse(least, *max_memory_bytes);
  const std::int64_t left = *max_memory_bytes - streaming;
  const auto bands = [&](std::int64_t bytes) {
    return std::clamp<std::int64_t>(bytes / std::max<std::int64_t>(band_bytes(grid, 1), 1), 1, usual_rows(grid));
  };
  plan.rows_per_band = bands((left - (least - streaming)) / 4);
  const std::int64_t for_risk = left - band_bytes(grid, plan.rows_per_band);
  const bool hold_all = kernels_wanted + tree_bytes(RiskTree::root_cells) <= for_risk;
  // Kernels that are not held cost as often as the grid is cut; half and half is never far from the best.
  const std::int64_t for_tree =
      std::max(tree_bytes(RiskTree::root_cells), hold_all ? for_risk - kernels_wanted : for_risk / 2);
  plan.risk.tree_rows = RiskTree::root_cells;
  while (plan.risk.tree_rows < grid.rows && tree_bytes(plan.risk.tree_rows + RiskTree::root_cells) <= for_tree) {
    plan.risk.tree_rows += RiskTree::root_cells;
  }
  const std::int64_t kernels =
      hold_all ? kernels_wanted : std::max<std::int64_t>(0, for_risk - tree_bytes(plan.risk.tree_rows));
  plan.risk.kernel_bytes = static_cast<std::size_t>(kernels);
  plan.peak_bytes = streaming + std::max(kernels, std::min(risk.all_kernels_bytes, risk.kernel_bytes)) +
                    tree_bytes(plan.risk.tree_rows) + band_bytes(grid, plan.rows_per_band);
  return plan;
}

ListsPlan plan_lists(const RiskDemand& risk, const ListsDemand& lists, const Budget& budget) {
  const std::optional<std::int64_t>& max_memory_bytes = budget.max_memory_bytes;
  const std::optional<std::int64_t>& max_cells = budget.max_cells;
  if (max_cells && lists.places > *max_cells) {
    throw BudgetError("over_cells",
                      {fmt::format("the run asks at {} places, --max-cells allows {}", lists.places, *max_cells),
                       fmt::format("计算点共 {} 个,--max-cells 只允许 {}", lists.places, *max_cells)},
                      {.field = "grid.cell_m"}, {"Take larger cells or fewer shapes", "请增大网格边长或减少图形"});
  }
  const std::int64_t fixed = program_bytes + risk.shared_bytes + lists.bytes;
  const auto wanted = std::min(risk.all_kernels_bytes, static_cast<std::int64_t>(RiskBudget::default_kernel_bytes));
  const std::int64_t least = fixed + std::min(risk.all_kernels_bytes, risk.kernel_bytes);
  if (max_memory_bytes && least > *max_memory_bytes) refuse(least, *max_memory_bytes);
  const std::int64_t kernels = max_memory_bytes ? std::min(wanted, *max_memory_bytes - fixed) : wanted;
  return {{static_cast<std::size_t>(kernels), 0}, fixed + kernels};
}

std::int64_t places_asked(const std::vector<const Geometry*>& shapes, const GridSpec& grid) {
  constexpr double kEdgeSpacing_m = 1.0;
  std::int64_t count = 0;
  for (const Geometry* shape : shapes) {
    stop_if_interrupted();
    count += static_cast<std::int64_t>(area_m2(*shape) / grid.cell_area_m2());
    count += static_cast<std::int64_t>(boundary_points(*shape, kEdgeSpacing_m).size());
  }
  return count;
}

std::int64_t pairs_near(const std::vector<Unit>& units, const std::vector<const Geometry*>& shapes) {
  constexpr double kUsualReach_m = 2000.0;
  std::vector<Point> places;
  places.reserve(shapes.size());
  for (const Geometry* shape : shapes) {
    if (!shape->empty()) places.push_back(centroid(*shape));
  }
  std::int64_t pairs = 0;
  for (const Unit& unit : units) {
    stop_if_interrupted();
    if (unit.geometry.empty()) continue;
    const Point at = centroid(unit.geometry);
    pairs += std::count_if(places.begin(), places.end(), [&](const Point& place) {
      return std::hypot(place.x - at.x, place.y - at.y) <= kUsualReach_m;
    });
  }
  return pairs;
}

}  // namespace sise
