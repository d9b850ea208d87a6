#include "gis_io/read/project/grid_extent.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/geometry/operations.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/read/layers/coordinate_check.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_file.hpp"

namespace sise {
namespace {

/// A zone for the middle of an extent.
std::string suitable_crs_of(const Bounds& b, const Crs& crs) {
  const auto projection = open_projection(crs.definition());
  return suitable_crs(projection->to_lon_lat({(b.x_min + b.x_max) / 2, (b.y_min + b.y_max) / 2}));
}

/// Degrees and zone numbers slip into bounds as easily as into layers.
void check_bounds(const Bounds& b, const GridConfig& config, const Crs& crs, Problems& problems) {
  Location where = config.where;
  where.field = config.bounds ? "grid.bounds" : "grid.area";
  const Point south_west{b.x_min, b.y_min};
  const auto fault = CoordinateCheck(crs, crs, std::nullopt, where).fault(south_west, {b.x_max, b.y_max}, south_west);
  if (!fault) return;
  const Text remedy =
      !config.bounds
          ? Text{"Take a CRS that is meant for the region, such as " + suitable_crs_of(b, crs) + ", or a smaller area",
                 "请选用适合该地区的坐标系,例如 " + suitable_crs_of(b, crs) + ",或缩小区域"}
          : Text{"Give [xmin, ymin, xmax, ymax] in metres of the grid's CRS, and a CRS that is meant for the region",
                 "请以网格坐标系的米为单位给出 [xmin, ymin, xmax, ymax],并选用适合该地区的坐标系"};
  if (fault->code != "beside_crs") throw ConfigError(fault->code, fault->message, where, remedy);
  problems.warning(fault->code, fault->message, where, remedy);
}

std::optional<MultiPolygon> read_area(const LayerConfig& config, const Crs& crs, Problems& problems) {
  Problems own;
  const FeatureTable table = read_layer(config, crs, std::nullopt, own);
  std::vector<MultiPolygon> parts;
  for (const FeatureRow& row : table.rows) {
    if (!row.geometry.polygons.empty()) parts.push_back(row.geometry.polygons);
  }
  if (parts.empty() && !own.has_errors()) {
    own.error("not_a_polygon", {"the area has no polygons", "区域图层没有多边形"}, table.where,
              {"Give the area as polygons, or use bounds", "请以多边形给出区域,或改用 bounds"});
  }
  for (const Diagnostic& d : own.all()) problems.add(d);
  if (own.has_errors()) return std::nullopt;
  return union_of(parts);
}

MultiPolygon rectangle(const Bounds& b) {
  return {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}};
}

void note_widening(const Bounds& asked, const GridSpec& grid, const GridConfig& config, Problems& problems) {
  const Bounds got = grid.bounds();
  const double tolerance = 1e-6 * grid.cell_m;
  const bool same = std::abs(asked.x_min - got.x_min) <= tolerance && std::abs(asked.x_max - got.x_max) <= tolerance &&
                    std::abs(asked.y_min - got.y_min) <= tolerance && std::abs(asked.y_max - got.y_max) <= tolerance;
  if (same) return;
  const std::string by = fmt::format("{:.6g} / {:.6g} / {:.6g} / {:.6g} m", asked.x_min - got.x_min,
                                     asked.y_min - got.y_min, got.x_max - asked.x_max, got.y_max - asked.y_max);
  problems.add(note("grid_widened",
                    {"the grid was widened to whole cells by " + by + " (west / south / east / north)",
                     "网格已扩展为整单元,增加 " + by + "(西 / 南 / 东 / 北)"},
                    config.where));
}

}  // namespace

std::optional<GridExtent> grid_extent(const GridConfig& config, const Crs& crs, Problems& problems) {
  GridExtent extent;
  std::optional<Bounds> inner = config.bounds;
  if (inner) check_bounds(*inner, config, crs, problems);
  if (config.area) {
    extent.area = read_area(*config.area, crs, problems);
    if (!extent.area) return std::nullopt;
    if (!inner) inner = bounds(*extent.area);
    if (!config.bounds) check_bounds(*inner, config, crs, problems);
  }
  if (!inner) return std::nullopt;
  if (!extent.area && config.margin_m > 0.0) extent.area = rectangle(*inner);  // what the margin surrounds
  extent.grid = grid_covering(*inner, config.cell_m, config.margin_m, crs.definition());
  require_true_scale(crs.definition(), extent.grid.bounds(), config.crs_where);
  const double m = config.margin_m;
  note_widening({inner->x_min - m, inner->y_min - m, inner->x_max + m, inner->y_max + m}, extent.grid, config,
                problems);
  return extent;
}

}  // namespace sise
