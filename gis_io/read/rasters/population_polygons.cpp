#include "gis_io/read/rasters/population_polygons.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"

namespace sise {
namespace {

constexpr double kSquaresPerPolygon = 64.0;
constexpr double kFinest_m = 10.0;
constexpr double kCoarsest_m = 100.0;
constexpr double kMostSquares = 2e7;  // 450 km each way at the coarsest: no statistical area is larger

/// Centres of the lattice's squares that lie in the area. The lattice starts at the CRS's origin, so the patches do not
/// depend on the grid.
std::vector<Point> lattice_points(const MultiPolygon& area, double width) {
  const PreparedArea prepared(area);
  const Bounds b = bounds(area);
  std::vector<Point> points;
  const auto first = [&](double low) { return static_cast<std::int64_t>(std::floor(low / width)); };
  for (std::int64_t row = first(b.y_min); static_cast<double>(row) * width < b.y_max; ++row) {
    for (std::int64_t column = first(b.x_min); static_cast<double>(column) * width < b.x_max; ++column) {
      const Point p{(static_cast<double>(column) + 0.5) * width, (static_cast<double>(row) + 0.5) * width};
      if (prepared.contains(p)) points.push_back(p);
    }
  }
  return points;
}

double width_for(const Geometry& geometry) {
  return std::clamp(std::sqrt(area_m2(geometry) / kSquaresPerPolygon), kFinest_m, kCoarsest_m);
}

/// One stray vertex makes an area as large as a continent: refused before its squares are walked.
bool fits(const FeatureRow& row, const FeatureTable& table, Problems& problems) {
  if (row.geometry.polygons.empty()) return true;
  const Bounds b = bounds(row.geometry.polygons);
  const double width = width_for(row.geometry);
  if ((b.x_max - b.x_min) / width * ((b.y_max - b.y_min) / width) <= kMostSquares) return true;
  problems.error(
      "shape_too_large",
      {fmt::format("a population area is {:.0f} x {:.0f} km", (b.x_max - b.x_min) / 1e3, (b.y_max - b.y_min) / 1e3),
       fmt::format("人口分区范围达 {:.0f} x {:.0f} km", (b.x_max - b.x_min) / 1e3, (b.y_max - b.y_min) / 1e3)},
      table.at(row),
      {"A vertex is probably misplaced; correct it, or split the area", "可能有一个顶点位置错误; 请改正, 或拆分图形"});
  return false;
}

void add_patches(const Geometry& geometry, double day, double night, std::vector<PopulationPatch>& patches) {
  const double area = area_m2(geometry);
  const double width = width_for(geometry);
  const std::vector<Point> points =
      geometry.polygons.empty() ? std::vector<Point>() : lattice_points(geometry.polygons, width);
  if (points.empty()) {
    patches.push_back({point_on_surface(geometry), std::sqrt(area), day, night});
    return;
  }
  const auto count = static_cast<double>(points.size());
  for (const Point& p : points) patches.push_back({p, width, day / count, night / count});
}

}  // namespace

PeopleRead read_population_polygons(const LayerConfig& config, const Crs& target, const std::optional<Bounds>& grid,
                                    Problems& problems) {
  const FeatureTable table = read_layer(config, target, grid, problems);
  FieldMap fields(table, config, {{"people_day"}, {"people_night"}}, problems);
  const bool has_day = fields.has("people_day");
  const bool has_night = fields.has("people_night");
  if (!has_day && !has_night) {
    problems.error("missing_field",
                   {"the layer has neither people_day nor people_night", "图层既没有 people_day 也没有 people_night"},
                   table.where,
                   {"Map at least one of them; for a raster state 'unit'", "请至少映射一个;如为栅格请写明 unit"});
    return {};
  }
  if (!has_day || !has_night) {
    const std::string there = has_day ? "people_day" : "people_night";
    problems.add(note("one_period",
                      {"only " + there + " is there and counts for day and night", "只有 " + there + ",昼夜均按此计"},
                      table.where));
  }
  PeopleRead read;
  std::vector<MultiPolygon> covered;
  bool only_areas = true;
  for (const FeatureRow& row : table.rows) {
    auto day = fields.number(row, "people_day", kNotNegative);
    auto night = fields.number(row, "people_night", kNotNegative);
    if (!has_day) day = night;
    if (!has_night) night = day;
    if (day && night) covered.push_back(row.geometry.polygons);
    only_areas = only_areas && (row.geometry.empty() || !row.geometry.polygons.empty());
    if (!fits(row, table, problems)) continue;
    if (row.geometry.empty() || (day.value_or(0.0) == 0.0 && night.value_or(0.0) == 0.0)) continue;
    add_patches(row.geometry, day.value_or(0.0), night.value_or(0.0), read.patches);
  }
  if (only_areas) read.covered = union_of(covered);
  return read;
}

}  // namespace sise
