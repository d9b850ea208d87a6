#include "gis_io/read/tables/targets_table.hpp"

#include <string>
#include <utility>

#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
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
  TargetRows(const FeatureTable& table, const LayerConfig& config, const OccupancyTable& occupancy, UnknownSize sizes,
             Problems& problems)
      : table_(table),
        fields_(table, config, field_specs(target_field_names(), {"id"}), problems),
        occupancy_(occupancy),
        sizes_(sizes),
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
    targets.reserve(table_.rows.size());
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
    t.households = fields_.number(row, "households", kNotNegative);
    t.height_m = fields_.number(row, "height_m", kNotNegative);
    t.geometry = row.geometry;
    read_role(row, t);
    const auto stated = fields_.text(row, "class");
    const auto use = fields_.text(row, "use");
    if (stated) {
      read_class(row, *stated, t);
      if (use) compare_with_use(row, *use, t);
    } else if (use) {
      class_from_use(row, *use, t);
    } else {
      problems_.error("missing_class", {"the target has neither a class nor a use", "防护目标既没有类别也没有用途"},
                      table_.at(row), allowed_classes());
    }
    return t;
  }

  /// Of a parcel a part may be built on; a building stands or falls as a whole.
  void read_role(const FeatureRow& row, Target& t) {
    const auto role = fields_.text(row, "geometry_role");
    if (!role) return;
    t.one_building = *role == "building" || *role == "buildings" || *role == "建筑";
    if (t.one_building || *role == "parcel" || *role == "地块") return;
    problems_.error("unknown_choice", {"unknown geometry_role '" + *role + "'", "未知的 geometry_role '" + *role + "'"},
                    fields_.at(row, "geometry_role"),
                    {"Allowed are parcel and building", "可用的有 parcel(地块)和 building(建筑)"});
  }

  void read_class(const FeatureRow& row, const std::string& stated, Target& t) {
    if (const auto known = target_class_from(normalised(stated))) {
      t.target_class = *known;
      t.class_basis.how = {"stated in the layer", "图层中给出"};
      return;
    }
    problems_.error("unknown_class",
                    {"unknown class of target '" + stated + "'", "未知的防护目标类别 '" + stated + "'"},
                    fields_.at(row, "class"), allowed_classes());
  }

  Occupancy occupancy_of(const FeatureRow& row, const std::string& use, const Target& t) {
    return {.use = use,
            .households = t.households,
            .floor_area_m2 = fields_.number(row, "floor_area_m2", kNotNegative),
            .beds = fields_.number(row, "beds", kNotNegative),
            .people = t.people,
            .people_shift = fields_.number(row, "people_shift", kNotNegative),
            .open_air_people = fields_.number(row, "open_air_people", kNotNegative)};
  }

  /// Facts go before a stated class that is milder; a stated class that is stricter is kept.
  void compare_with_use(const FeatureRow& row, const std::string& use, Target& t) {
    const ClassByOccupancy found = class_by_occupancy(occupancy_, occupancy_of(row, use, t));
    if (!found.target_class || !(*found.target_class < t.target_class)) return;
    const Text stated = label_of(t.target_class);
    const Text followed = label_of(*found.target_class);
    problems_.warning(
        "class_contradicts_use",
        {"the stated class (" + stated.en + ") is milder than that of its use: " + found.basis.how.en + " is " +
             followed.en + ", which is used",
         "所填类别(" + stated.zh + ")低于按用途确定的类别:" + found.basis.how.zh + "属" + followed.zh + ",按后者判定"},
        fields_.at(row, "class"));
    t.target_class = *found.target_class;
    t.class_basis = found.basis;
    t.class_basis.how.en += "; the stated class, " + stated.en + ", contradicts it";
    t.class_basis.how.zh += ";与所填类别“" + stated.zh + "”矛盾,按用途判定";
  }

  void class_from_use(const FeatureRow& row, const std::string& use, Target& t) {
    const ClassByOccupancy found = class_by_occupancy(occupancy_, occupancy_of(row, use, t));
    t.class_basis = found.basis;
    if (found.no_target) {
      t.is_protected = false;
    } else if (found.target_class) {
      t.target_class = *found.target_class;
    } else if (!found.needs.empty()) {
      unknown_size(row, use, found, t);
    } else {
      problems_.error("unknown_use", {"unknown use '" + use + "'", "未知的用途 '" + use + "'"}, fields_.at(row, "use"),
                      found.nearest_uses.empty() ? Text{"State the class instead", "请改为写明类别"}
                                                 : Text{"Did you mean " + listed(found.nearest_uses) + "?",
                                                        "是否指 " + listed(found.nearest_uses) + "?"});
    }
  }

  /// A proposal of unknown size is judged as the strictest that it could be, and says so; a target is an error.
  void unknown_size(const FeatureRow& row, const std::string& use, const ClassByOccupancy& found, Target& t) {
    if (sizes_ == UnknownSize::strictest_class) {
      t.target_class = found.strictest.value_or(TargetClass::general_1);
      t.class_assumed = true;
      t.class_needs = found.needs;
      t.class_basis.how.en += ", size not stated: judged by the strictest class that it could have";
      t.class_basis.how.zh += ",规模未填:按可能的最严类别判定";
      return;
    }
    problems_.error("missing_value",
                    {"the class of '" + use + "' follows from one of: " + listed(found.needs),
                     "'" + use + "' 的类别取决于下列之一:" + listed(found.needs)},
                    table_.at(row), {"Fill it in, or state the class", "请填写,或直接写明类别"});
  }

  const FeatureTable& table_;
  FieldMap fields_;
  const OccupancyTable& occupancy_;
  UnknownSize sizes_;
  Problems& problems_;
  UniqueIds ids_;
};

}  // namespace

std::vector<Target> targets_from(const FeatureTable& table, const LayerConfig& config, const OccupancyTable& occupancy,
                                 Problems& problems, UnknownSize sizes) {
  return TargetRows(table, config, occupancy, sizes, problems).read();
}

std::vector<Target> read_targets(const LayerConfig& config, const Crs& crs, const std::optional<Bounds>& grid,
                                 const OccupancyTable& occupancy, Problems& problems) {
  return targets_from(read_layer(config, crs, grid, problems), config, occupancy, problems);
}

}  // namespace sise
