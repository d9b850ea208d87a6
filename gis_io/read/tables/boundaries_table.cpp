#include "gis_io/read/tables/boundaries_table.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

void warn_unknown(const std::string& enterprise, const std::set<std::string>& known, const Location& where,
                  GroupedProblems& problems) {
  if (known.contains(enterprise)) return;
  const auto near = nearest_names(enterprise, {known.begin(), known.end()}, 3);
  problems.add("enterprise",
               {Diagnostic::Severity::warning,
                "unknown_enterprise",
                where,
                {"no unit belongs to enterprise '" + enterprise + "'", "没有单元属于企业 '" + enterprise + "'"},
                near.empty() ? Text{"Check the spelling", "请核对写法"}
                             : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"}});
}

}  // namespace

std::vector<EnterpriseBoundary> read_boundaries(const LayerConfig& config, const Crs& crs,
                                                const std::optional<Bounds>& grid, const std::vector<Unit>& units,
                                                Problems& problems) {
  const FeatureTable table = read_layer(config, crs, grid, problems);
  FieldMap fields(table, config, {{"enterprise", true}}, problems);
  std::set<std::string> known;
  for (const Unit& unit : units) known.insert(unit.enterprise_key());
  std::vector<EnterpriseBoundary> boundaries;
  std::map<std::string, std::size_t> places;
  GroupedProblems unknown;
  for (const FeatureRow& row : table.rows) {
    const auto written = fields.text(row, "enterprise");
    if (!written || row.geometry.empty()) continue;
    const std::string enterprise = normalised(*written);
    if (row.geometry.polygons.empty()) {
      problems.error("not_a_polygon", {"the boundary is not a polygon", "边界不是多边形"}, table.at(row),
                     {"Draw the enterprise's ground as a polygon", "请以多边形绘制企业边界"});
      continue;
    }
    warn_unknown(enterprise, known, fields.at(row, "enterprise"), unknown);
    const auto [it, fresh] = places.try_emplace(enterprise, boundaries.size());
    if (fresh) boundaries.push_back({enterprise, row.geometry.polygons});
    if (fresh) continue;
    MultiPolygon& polygons = boundaries[it->second].polygons;
    polygons = union_of(std::vector<MultiPolygon>{polygons, row.geometry.polygons});
  }
  unknown.tell(problems);
  return boundaries;
}

}  // namespace sise
