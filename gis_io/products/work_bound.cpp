#include "gis_io/products/work_bound.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

// A parcel of 100 km at a grid of 25 m, or with edges of 5000 km.
constexpr double kMostOfOne = 2e7;

double length_of(const Line& line) {
  double sum = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

double places_of(const Geometry& shape, const GridSpec& grid) {
  auto edges = static_cast<double>(shape.points.size());
  for (const Line& line : shape.lines) edges += length_of(line) + 1.0;
  for (const Polygon& polygon : shape.polygons) {
    edges += length_of(polygon.outer) + 1.0;
    for (const Ring& hole : polygon.holes) edges += length_of(hole) + 1.0;
  }
  if (shape.polygons.empty()) return edges;
  const Bounds b = bounds(shape.polygons);
  const double columns = std::ceil((b.x_max - b.x_min) / grid.cell_m) + 1.0;
  const double rows = std::ceil((b.y_max - b.y_min) / grid.cell_m) + 1.0;
  return edges + columns * rows;
}

}  // namespace

std::int64_t places_in(const Geometry& shape, const GridSpec& grid) {
  return static_cast<std::int64_t>(std::min(places_of(shape, grid), 9e18));
}

void require_cells(std::int64_t cells, const std::optional<std::int64_t>& max_cells) {
  if (!max_cells || cells <= *max_cells) return;
  throw BudgetError("over_cells",
                    {fmt::format("{} places would be looked at, --max-cells allows {}", cells, *max_cells),
                     fmt::format("需要计算 {} 个位置, --max-cells 只允许 {}", cells, *max_cells)},
                    {.field = "--max-cells"},
                    {"Take larger cells, fewer shapes, or a higher limit", "请增大网格边长、减少图形或提高上限"});
}

void bound_places(const RunOptions& options, const std::vector<NamedShape>& shapes, const GridSpec& grid,
                  RunPlan& plan) {
  Problems problems;
  double sum = 0.0;
  for (const NamedShape& shape : shapes) {
    const double places = places_of(*shape.geometry, grid);
    sum += places;
    if (places <= kMostOfOne) continue;
    const Bounds b = bounds(*shape.geometry);
    problems.error(
        "shape_too_large",
        {fmt::format("its extent is {:.0f} x {:.0f} km", (b.x_max - b.x_min) / 1e3, (b.y_max - b.y_min) / 1e3),
         fmt::format("其范围达 {:.0f} x {:.0f} km", (b.x_max - b.x_min) / 1e3, (b.y_max - b.y_min) / 1e3)},
        {.feature = shape.id},
        {"A vertex is probably misplaced; correct it, or split the shape",
         "可能有一个顶点位置错误; 请改正, 或拆分图形"});
  }
  problems.throw_if_errors<InputError>();
  plan.cells = static_cast<std::int64_t>(std::min(sum, 9e18));
  require_cells(plan.cells, options.max_cells);
}

}  // namespace sise
