#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/geometry/operations.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/register/read_register.hpp"
#include "gis_io/read/register/register_columns.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// The column of an id or a name: as mapped, else one of the usual headings.
std::optional<std::size_t> column_of(const FeatureTable& table, const LayerConfig& layer, const std::string& name,
                                     const std::vector<std::string>& usual, Problems& problems) {
  const auto mapped = layer.fields.find(name);
  if (mapped != layer.fields.end()) {
    const auto found = table.columns_named(mapped->second);
    if (!found.empty()) return found.front();
    problems.error("missing_field",
                   {"the layer has no field '" + mapped->second + "'", "图层没有字段 '" + mapped->second + "'"},
                   table.where, {"There are: " + listed(table.columns), "现有的字段: " + listed(table.columns)});
    return std::nullopt;
  }
  for (const std::string& heading : usual) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (heading_key(table.columns[c]) == heading_key(heading)) return c;
    }
  }
  return std::nullopt;
}

std::string value_of(const FeatureRow& row, const std::optional<std::size_t>& column) {
  if (!column) return {};
  const auto text = text_of(row.cells[*column]);
  return text ? normalised(*text) : std::string();
}

BoundarySet read_set(const BoundarySetConfig& config, const RegisterGround& ground, Problems& problems) {
  static const std::vector<std::string> kIds{"id",   "code",  "adcode", "编号",     "代码",
                                             "编码", "XZQDM", "ZLDWDM", "镇街代码", "区划代码"};
  static const std::vector<std::string> kNames{"name", "名称",     "XZQMC", "ZLDWMC",
                                               "镇街", "镇街名称", "乡镇",  "网格名称"};
  BoundarySet set;
  set.name = config.key;
  set.title = config.title;
  set.level = config.townships ? BoundaryLevel::township : BoundaryLevel::fine;
  const FeatureTable table = read_layer(config.layer, ground.crs, ground.grid.bounds(), problems);
  const auto id = column_of(table, config.layer, "id", kIds, problems);
  const auto name = column_of(table, config.layer, "name", kNames, problems);
  if (!id && !name && !table.rows.empty()) {
    problems.error("missing_field", {"the layer has neither an id nor a name", "图层既没有编号也没有名称"}, table.where,
                   {R"(Say which: id = "..." or name = "..."; there are: )" + listed(table.columns),
                    "请指明 id 或 name; 现有的字段: " + listed(table.columns)});
  }
  std::map<std::string, std::size_t> position;
  for (const FeatureRow& row : table.rows) {
    BoundaryArea area{value_of(row, id), value_of(row, name), row.geometry.polygons};
    if (area.id.empty()) area.id = area.name;
    if (area.name.empty()) area.name = area.id;
    if (area.shape.empty()) {
      problems.error("no_area", {"this feature is no polygon", "该要素不是面"}, table.at(row),
                     {"Boundary sets are layers of polygons", "边界集应为面图层"});
      continue;
    }
    const auto [at, fresh] = position.try_emplace(area.id, set.areas.size());
    if (fresh || area.id.empty()) {
      set.areas.push_back(std::move(area));
      continue;
    }
    // Parts of one area as several features.
    if (set.areas[at->second].name == area.name) {
      MultiPolygon& shape = set.areas[at->second].shape;
      shape = union_of(std::vector<MultiPolygon>{shape, area.shape});
    } else {
      problems.error("duplicate_id",
                     {"two areas have the id '" + area.id + "'", "两个区域的编号都是 '" + area.id + "'"}, table.at(row),
                     {"Give every area an id of its own", "请为每个区域使用唯一编号"});
    }
  }
  return set;
}

}  // namespace

std::vector<BoundarySet> read_boundary_sets(const std::vector<BoundarySetConfig>& configs, const RegisterGround& ground,
                                            Problems& problems) {
  std::vector<BoundarySet> sets;
  for (const BoundarySetConfig& config : configs) {
    try {
      sets.push_back(read_set(config, ground, problems));
    } catch (const Error& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    }
  }
  return sets;
}

}  // namespace sise
