#include "gis_io/read/project/capacity_section.hpp"

#include <algorithm>
#include <vector>

#include "gis_io/read/config/field_names.hpp"

namespace sise {
namespace {

BoundarySetConfig read_parks(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems) {
  static const std::vector<std::string> kNames{"id", "name"};
  BoundarySetConfig parks;
  parks.key = "parks";
  parks.title = {"parks", "园区"};
  const LayerRules rules{.our_names = kNames, .may_be_text = true};
  if (node.kind != ConfigNode::Kind::table) {
    parks.layer = read_layer(node, rules, origin, problems);
    return parks;
  }
  ConfigReader reader(node, problems);
  read_layer_keys(reader, rules, "source", origin, parks.layer);
  for (const std::string& key : kNames) {
    if (const auto column = reader.text(key)) parks.layer.fields[key] = *column;
  }
  reader.finish();
  return parks;
}

void read_unit(const ConfigNode& node, CapacityConfig& config, Problems& problems) {
  ConfigReader reader(node, problems);
  config.unit_where = node.where;
  config.like = reader.text("like").value_or("");
  for (const std::string& field : unit_field_names()) {
    // It is one more: it counts as new wherever it stands.
    if (field == "status") continue;
    if (const auto value = reader.cell(field)) config.record[field] = *value;
  }
  reader.refuse("pressure", "bare_pressure",
                {"a bare 'pressure' does not say whether it is gauge or absolute", "'pressure' 未说明是表压还是绝压"},
                {"Use pressure_gauge_kPa or pressure_abs_kPa", "请用 pressure_gauge_kPa 或 pressure_abs_kPa"});
  reader.finish();
  const bool by_record = !config.record.empty();
  if (by_record == !config.like.empty()) {
    problems.error("unit_type_unclear",
                   by_record ? Text{"the unit type is named by 'like' and has a record of its own",
                                    "单元类型既用 like 指定, 又给出了自己的记录"}
                             : Text{"the unit type is not said", "未给出单元类型"},
                   reader.where(),
                   {"Give like = \"ID\" of a unit of [units], or a record: kind, substance, inventory_t ...",
                    "请给出 like = \"编号\" (取 [units] 中的单元), 或给出记录: kind, substance, inventory_t ..."});
  }
}

}  // namespace

CapacityConfig read_capacity_section(const ConfigNode& node, const ConfigOrigin& origin, Problems& problems) {
  constexpr int kMostAllowed = 1000;
  ConfigReader reader(node, problems);
  CapacityConfig config;
  config.where = node.where;
  if (const ConfigNode* parks = reader.node("parks", Need::required))
    config.parks = read_parks(*parks, origin, problems);
  if (const ConfigNode* unit = reader.table("unit", Need::required)) read_unit(*unit, config, problems);
  if (reader.has("at")) {
    const std::vector<double> at = reader.numbers("at");
    if (at.size() == 2) {
      config.at = Point{at[0], at[1]};
    } else if (!at.empty()) {
      problems.error("bad_point", {"a place is [x, y] in the grid's CRS", "位置应为网格坐标系的 [x, y]"},
                     reader.where("at"));
    }
  }
  if (const auto most = reader.integer("most", {.at_least = 1.0, .at_most = kMostAllowed}))
    config.most = static_cast<int>(*most);
  reader.finish();
  return config;
}

}  // namespace sise
