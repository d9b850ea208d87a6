#include "gis_io/read/tables/targets_table.hpp"

#include <string>
#include <utility>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/project/field_names.hpp"
#include "gis_io/read/tables/unique_ids.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

const Text& allowed_classes() {
  static const Text kText{
      "Allowed are high_sensitivity (高敏感防护目标), important (重要防护目标), general_1, general_2, general_3 "
      "(一般防护目标一类, 二类, 三类)",
      "可用的有 "
      "high_sensitivity(高敏感防护目标)、important(重要防护目标)、general_1、general_2、general_3("
      "一般防护目标一类、二类、三类)"};
  return kText;
}

class TargetRows {
 public:
  TargetRows(const FeatureTable& table, const LayerConfig& config, const OccupancyTable& occupancy, Problems& problems)
      : table_(table),
        fields_(table, config, field_specs(target_field_names(), {"id"}), problems),
        occupancy_(occupancy),
        problems_(problems) {}

  std::vector<Target> read() {
    if (!fields_.has("class") && !fields_.has("use")) {
      problems_.error("missing_field",
                      {"the layer has neither 'class' nor 'use'", "图层既没有 'class' 也没有 'use' 字段"}, table_.where,
                      {"Map one of them; the layer has: " + listed(table_.columns),
                       "请映射其中之一;图层的字段有:" + listed(table_.columns)});
      return {};
    }
    std::vector<Target> targets;
    for (const FeatureRow& row : table_.rows) targets.push_back(target(row));
    return targets;
  }

 private:
  Target target(const FeatureRow& row) {
    Target t;
    t.id = fields_.text(row, "id").value_or("");
    if (!t.id.empty()) ids_.add(t.id, fields_.at(row, "id"), problems_);
    t.name = fields_.text(row, "name").value_or("");
    t.people = fields_.number(row, "people", kNotNegative);
    t.height_m = fields_.number(row, "height_m", kNotNegative);
    t.geometry = row.geometry;
    const auto stated = fields_.text(row, "class");
    if (!stated) {
      class_from_use(row, t);
    } else if (const auto known = target_class_from(normalised(*stated))) {
      t.target_class = *known;
    } else {
      problems_.error("unknown_class",
                      {"unknown class of target '" + *stated + "'", "未知的防护目标类别 '" + *stated + "'"},
                      fields_.at(row, "class"), allowed_classes());
    }
    return t;
  }

  void class_from_use(const FeatureRow& row, Target& t) {
    const auto use = fields_.text(row, "use");
    if (!use) {
      problems_.error("missing_class", {"the target has neither a class nor a use", "防护目标既没有类别也没有用途"},
                      table_.at(row), allowed_classes());
      return;
    }
    const Occupancy occupancy{*use, fields_.number(row, "households", kNotNegative),
                              fields_.number(row, "floor_area_m2", kNotNegative),
                              fields_.number(row, "beds", kNotNegative), t.people};
    const ClassByOccupancy found = class_by_occupancy(occupancy_, occupancy);
    if (found.target_class) {
      t.target_class = *found.target_class;
      t.class_basis = found.basis.en + " / " + found.basis.zh + " (" + std::string(name_of(found.confidence)) + ")";
    } else if (!found.needs.empty()) {
      problems_.error("missing_value",
                      {"the class of '" + *use + "' follows from one of: " + listed(found.needs),
                       "'" + *use + "' 的类别取决于下列之一:" + listed(found.needs)},
                      table_.at(row), {"Fill it in, or state the class", "请填写,或直接写明类别"});
    } else {
      problems_.error(
          "unknown_use", {"unknown use '" + *use + "'", "未知的用途 '" + *use + "'"}, fields_.at(row, "use"),
          found.nearest_uses.empty()
              ? Text{"State the class instead", "请改为写明类别"}
              : Text{"Did you mean " + listed(found.nearest_uses) + "?", "是否指 " + listed(found.nearest_uses) + "?"});
    }
  }

  const FeatureTable& table_;
  FieldMap fields_;
  const OccupancyTable& occupancy_;
  Problems& problems_;
  UniqueIds ids_;
};

}  // namespace

std::vector<Target> targets_from(const FeatureTable& table, const LayerConfig& config, const OccupancyTable& occupancy,
                                 Problems& problems) {
  return TargetRows(table, config, occupancy, problems).read();
}

std::vector<Target> read_targets(const LayerConfig& config, const Crs& crs, const std::optional<Bounds>& grid,
                                 const OccupancyTable& occupancy, Problems& problems) {
  return targets_from(read_layer(config, crs, grid, problems), config, occupancy, problems);
}

}  // namespace sise
