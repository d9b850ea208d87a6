#include "gis_io/products/memory_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/grid/tiles.hpp"
#include "gis_io/write/results/map_rasters.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

// Measured on the bundled district at 50, 10 and 5 m: the program with its libraries and tables, before any raster.
constexpr std::int64_t kProgram_bytes = 112'000'000;
// GDAL's block cache while a file is written is capped at this (environment.cpp); small maps do not fill it.
constexpr std::int64_t kRasterCache_bytes = 32LL << 20;
// What copying a raster from disk into its final layout takes besides.
constexpr std::int64_t kCopy_bytes = 40'000'000;
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

MemoryPlan plan_memory(const GridSpec& grid, const KernelDemand& kernels, std::size_t population_patches,
                       std::optional<std::int64_t> max_memory_bytes, std::optional<std::int64_t> max_cells) {
  if (max_cells && grid.cells() > *max_cells) {
    throw BudgetError("over_cells",
                      {fmt::format("the grid has {} cells, --max-cells allows {}", grid.cells(), *max_cells),
                       fmt::format("网格有 {} 个单元,--max-cells 只允许 {}", grid.cells(), *max_cells)},
                      {.field = "grid.cell_m"}, {"Take larger cells or a smaller area", "请增大网格边长或缩小范围"});
  }
  const std::int64_t fixed = kProgram_bytes + std::min(kRasterCache_bytes, grid.cells()) +
                             static_cast<std::int64_t>(population_patches) * kPatchBytes;
  const auto cache_wanted = static_cast<std::int64_t>(std::min(kernels.bytes_all, RiskModel::default_cache_bytes));
  const std::int64_t whole_map = grid.cells() * MapRasters::bytes_per_cell;
  MemoryPlan plan;
  plan.rows_per_band = usual_rows(grid);
  plan.kernel_cache_bytes = static_cast<std::size_t>(cache_wanted);
  plan.peak_bytes = fixed + cache_wanted + whole_map + band_bytes(grid, plan.rows_per_band);
  if (!max_memory_bytes || plan.peak_bytes <= *max_memory_bytes) return plan;

  plan.in_memory = false;
  const std::int64_t streaming =
      kProgram_bytes + kRasterCache_bytes + kCopy_bytes + static_cast<std::int64_t>(population_patches) * kPatchBytes;
  const auto cache_least = static_cast<std::int64_t>(kernels.bytes_largest);
  const std::int64_t least = streaming + cache_least + band_bytes(grid, 1);
  if (least > *max_memory_bytes) refuse(least, *max_memory_bytes);
  const std::int64_t left = *max_memory_bytes - streaming;
  // Either all kernels stay, or none does: bands ask for them in turn, and a cache that holds some of them has always
  // just dropped the next one. Without a cache few large bands are the cheapest.
  const bool keep_all = cache_wanted + band_bytes(grid, 1) <= left;
  const std::int64_t cache = keep_all ? cache_wanted : cache_least;
  plan.rows_per_band =
      std::clamp<std::int64_t>((left - cache) / std::max<std::int64_t>(band_bytes(grid, 1), 1), 1, plan.rows_per_band);
  plan.kernel_cache_bytes = static_cast<std::size_t>(cache);
  plan.peak_bytes = streaming + cache + band_bytes(grid, plan.rows_per_band);
  return plan;
}

}  // namespace sise
