#include "core/zones/threat_grid.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/box_index.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kMargin = 0.1;  // of the lowest level's reach

/// The next wider cell that people can reckon with.
double round_cell_m(double at_least_m) {
  const double decade = std::pow(10.0, std::floor(std::log10(at_least_m)));
  for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (step * decade >= at_least_m * (1.0 - 1e-9)) return step * decade;
  }
  return 10.0 * decade;
}

/// Cells of the box grown by the margin that make so many.
double cell_for_m(const Bounds& box, double margin_m, std::int64_t cells) {
  const double area = (box.x_max - box.x_min + 2.0 * margin_m) * (box.y_max - box.y_min + 2.0 * margin_m);
  return std::sqrt(area / static_cast<double>(cells));
}

}  // namespace

GridSpec threat_grid(const Incident& incident, const Hazard& hazard, std::optional<double> cell_m,
                     const std::string& crs) {
  std::optional<ThreatExtent> extent = hazard.extent(incident.levels);
  if (!extent) {
    throw InputError(
        "level_not_reached",
        {"no place reaches the lowest level, so there is no zone to draw",
         "任何地点都达不到最低一级阈值,没有可绘制的区域"},
        {.field = "endpoints"},
        {"Check the release and the levels, or give [grid] bounds", "请检查泄漏量与阈值,或在 [grid] 中给出 bounds"});
  }
  constexpr double kSmallestCell_m = 0.1;
  const double margin_m = std::max(kMargin * extent->reach_m, kSmallestCell_m);
  // A load may be met so near to the source that no place looked at has it.
  if (!(extent->box.x_max > extent->box.x_min && extent->box.y_max > extent->box.y_min))
    extent->box = grown(extent->box, margin_m);
  const double of_reach_m = std::max(kSmallestCell_m, cell_for_m(extent->box, margin_m, kCellsOfReach));
  double cell = cell_m.value_or(round_cell_m(of_reach_m));
  GridSpec grid = grid_covering(extent->box, cell, margin_m + cell, crs);
  while (grid.cells() > kMostCellsUnasked) {
    cell = round_cell_m(std::max(1.01 * cell, cell_for_m(extent->box, margin_m, kMostCellsUnasked)));
    grid = grid_covering(extent->box, cell, margin_m + cell, crs);
  }
  return grid;
}

}  // namespace sise
