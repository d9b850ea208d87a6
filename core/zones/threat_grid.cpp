#include "core/zones/threat_grid.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kMargin = 0.1;  // of the lowest level's reach

void check_size(const GridSpec& grid, double reach_m) {
  if (grid.cells() <= kMostCellsUnasked) return;
  const double needed = grid.cell_m * std::sqrt(static_cast<double>(grid.cells()) / kMostCellsUnasked);
  const double round_m = needed < 5.0 ? 1.0 : 5.0;
  const double coarser = std::ceil(needed / round_m) * round_m;
  throw BudgetError(
      "default_grid_too_large",
      {fmt::format(
           "the lowest level reaches {:.1f} km, which takes {} cells of {:g} m; without [grid] bounds at most {} "
           "are made",
           reach_m * 1e-3, grid.cells(), grid.cell_m, kMostCellsUnasked),
       fmt::format("最低一级阈值可达 {:.1f} km,需 {} 个 {:g} m 的单元;未给出 [grid] bounds 时最多 {} 个",
                   reach_m * 1e-3, grid.cells(), grid.cell_m, kMostCellsUnasked)},
      {.field = "grid.cell_m"},
      {fmt::format("Take cells of {:g} m, give [grid] bounds, or leave out the lowest level", coarser),
       fmt::format("请将 cell_m 增大到 {:g} m,或在 [grid] 中给出 bounds,或去掉最低一级阈值", coarser)});
}

}  // namespace

GridSpec threat_grid(const Incident& incident, const Hazard& hazard, double cell_m, const std::string& crs) {
  const std::optional<ThreatExtent> extent = hazard.extent(incident.levels);
  if (!extent) {
    throw InputError(
        "level_not_reached",
        {"no place reaches the lowest level, so there is no zone to draw",
         "任何地点都达不到最低一级阈值,没有可绘制的区域"},
        {.field = "endpoints"},
        {"Check the release and the levels, or give [grid] bounds", "请检查泄漏量与阈值,或在 [grid] 中给出 bounds"});
  }
  const GridSpec grid = grid_covering(extent->box, cell_m, kMargin * extent->reach_m + cell_m, crs);
  check_size(grid, extent->reach_m);
  return grid;
}

}  // namespace sise
