#include "gis_io/read/project/load_plan.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/criteria/land_use_codes.hpp"
#include "core/decision/plan_parcel.hpp"
#include "core/geometry/operations.hpp"
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/project/load_proposals.hpp"
#include "gis_io/read/project/proposal_rows.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

const LandUseScheme* declared_scheme(const std::string& name, const LandUseTable& table, const Location& where) {
  if (name.empty()) return nullptr;
  if (const LandUseScheme* scheme = table.scheme(name)) return scheme;
  std::vector<std::string> ids;
  ids.reserve(table.schemes.size());
  for (const LandUseScheme& scheme : table.schemes) ids.push_back(scheme.id);
  throw ConfigError("unknown_scheme",
                    {"there is no land-use scheme '" + name + "'", "没有名为 '" + name + "' 的用地分类"}, where,
                    did_you_mean(name, ids));
}

bool has_column(const FeatureTable& table, const std::string& name) { return !table.columns_named(name).empty(); }

/// Where the layer has no column of our name, one that plans use stands for it; that is told.
void map_usual_name(const FeatureTable& table, const std::string& ours, const std::vector<std::string>& usual,
                    LayerConfig& config, Problems& problems) {
  if (config.fields.contains(ours) || config.constants.contains(ours) || has_column(table, ours)) return;
  const auto found =
      std::find_if(usual.begin(), usual.end(), [&](const std::string& name) { return has_column(table, name); });
  if (found == usual.end()) return;
  config.fields[ours] = *found;
  problems.add({Diagnostic::Severity::note,
                "usual_column",
                table.where,
                {"the column '" + *found + "' is read as '" + ours + "'", "列 '" + *found + "' 按 '" + ours + "' 读取"},
                {}});
}

std::vector<std::string> code_columns(const LandUseTable& table) {
  std::vector<std::string> names;
  for (const LandUseScheme& scheme : table.schemes)
    names.insert(names.end(), scheme.columns.begin(), scheme.columns.end());
  return names;
}

/// Reads the parcels of an open table, one by one.
class PlanRows {
 public:
  PlanRows(const FeatureTable& table, const LayerConfig& config, const Study& study, Problems& remarks)
      : table_(table), study_(study), fields_(table, config, field_specs(plan_field_names(), {"id"}), remarks) {
    if (fields_.has("code") || fields_.has("code_name") || fields_.has("use") || fields_.has("class")) return;
    remarks.error(
        "missing_field",
        {"the layer has neither 'code' nor 'code_name' nor 'use'", "图层没有 'code'、'code_name' 或 'use' 字段"},
        table.where,
        {"Map one of them; the layer has: " + listed(table.columns),
         "请映射其中之一;图层的字段有:" + listed(table.columns)});
  }

  /// What is wrong with the row goes to `problems`, which the fields of this table tell theirs to as well.
  PlanParcel read(const FeatureRow& row, Problems& problems) {
    PlanParcel parcel;
    Target& t = parcel.target;
    t.id = fields_.text(row, "id").value_or(label_of(row));
    t.name = fields_.text(row, "name").value_or("");
    t.people = fields_.number(row, "people", kNotNegative);
    t.height_m = fields_.number(row, "height_m", kNotNegative);
    t.geometry = row.geometry;
    const std::string role = fields_.text(row, "geometry_role").value_or("parcel");
    t.one_building = role == "building" || role == "buildings" || role == "建筑";
    parcel.written = {normalised(fields_.text(row, "code").value_or("")),
                      normalised(fields_.text(row, "code_name").value_or(""))};
    parcel.facts = {.use = fields_.text(row, "use").value_or(""),
                    .households = fields_.number(row, "households", kNotNegative),
                    .floor_area_m2 = fields_.number(row, "floor_area_m2", kNotNegative),
                    .beds = fields_.number(row, "beds", kNotNegative),
                    .people = t.people,
                    .people_shift = fields_.number(row, "people_shift", kNotNegative),
                    .open_air_people = fields_.number(row, "open_air_people", kNotNegative)};
    read_class(row, parcel, problems);
    check_shape(row, problems);
    return parcel;
  }

  [[nodiscard]] Location at(const FeatureRow& row, const std::string& field) const { return fields_.at(row, field); }
  [[nodiscard]] bool has(const std::string& field) const { return fields_.has(field); }

 private:
  void read_class(const FeatureRow& row, PlanParcel& parcel, Problems& problems) {
    const auto stated = fields_.text(row, "class");
    if (!stated) return;
    const auto known = target_class_from(normalised(*stated));
    parcel.class_stated = known.has_value();
    if (known) {
      parcel.target.target_class = *known;
      return;
    }
    problems.error("unknown_class",
                   {"unknown class of target '" + *stated + "'", "未知的防护目标类别 '" + *stated + "'"},
                   fields_.at(row, "class"),
                   {"Leave it out, or use high_sensitivity, important, general_1, general_2 or general_3",
                    "请留空,或填写高敏感、重要、一类、二类、三类"});
  }

  void check_shape(const FeatureRow& row, Problems& problems) {
    if (row.fault) {
      problems.error(row.fault->code, row.fault->message, table_.at(row), row.fault->remedy);
    } else if (!(area_m2(row.geometry) > 0.0)) {
      problems.error("zero_area", {"the parcel has no area", "地块没有面积"}, table_.at(row),
                     {"Draw it as a polygon", "请绘制为面"});
    }
  }

  const FeatureTable& table_;
  const Study& study_;
  FieldMap fields_;
};

void tell(const LandUseFault& fault, const Location& where, Problems& problems) {
  problems.error(fault.code, fault.message, where, fault.remedy);
}

/// A parcel without code and name may state its use or its class instead.
bool says_otherwise(const PlanParcel& parcel) {
  return parcel.written.code.empty() && parcel.written.name.empty() &&
         (!parcel.facts.use.empty() || parcel.class_stated);
}

void check_use(const PlanParcel& parcel, const OccupancyTable& uses, const Location& where, Problems& problems) {
  if (parcel.facts.use.empty() || uses.find(parcel.facts.use) != nullptr) return;
  const std::vector<std::string> nearest = class_by_occupancy(uses, parcel.facts).nearest_uses;
  problems.error("unknown_use", {"unknown use '" + parcel.facts.use + "'", "未知的用途 '" + parcel.facts.use + "'"},
                 where,
                 nearest.empty() ? Text{"Leave it out: the code tells the use", "请留空:由用地代码确定"}
                                 : Text{"Did you mean " + listed(nearest) + "?", "是否指 " + listed(nearest) + "?"});
}

}  // namespace

LayerConfig plan_layer(const std::string& file_and_layer, LayerConfig how) {
  if (how.where.field.empty()) how.where.field = "plan";
  LayerConfig layer = proposals_layer(file_and_layer, std::move(how));
  layer.our_names = plan_field_names();
  return layer;
}

LoadedPlan load_plan(const LayerConfig& layer, const std::string& scheme, const Study& study, const LandUsePack& pack) {
  const LandUseScheme* declared = declared_scheme(scheme, pack.table, layer.where);
  LoadedPlan loaded;
  Reading reading;
  reading.run([&](Problems& problems) {
    const FeatureTable table = read_placed(layer, Crs(study.grid.crs, layer.where), study, problems);
    if (problems.has_errors()) return;
    LayerConfig config = layer;
    map_usual_name(table, "id", pack.columns.id, config, problems);
    map_usual_name(table, "code", code_columns(pack.table), config, problems);
    map_usual_name(table, "code_name", pack.columns.code_name, config, problems);
    // The columns' own faults are told once, those of a row stay with it.
    Problems row_problems;
    (void)PlanRows(header_of(table), config, study, problems);
    PlanRows rows(table, config, study, row_problems);
    if (problems.has_errors()) return;
    std::vector<PlanParcel> parcels;
    std::vector<WrittenUse> uses;
    for (const FeatureRow& row : table.rows) {
      row_problems = {};
      parcels.push_back(rows.read(row, row_problems));
      uses.push_back(parcels.back().written);
      loaded.proposals.emplace_back();
      take_problems(row_problems, loaded.proposals.back(), problems);
    }
    const auto mapped = config.fields.find("code");
    const SchemeProof proof =
        prove_scheme(pack.table, uses, declared, mapped == config.fields.end() ? "code" : mapped->second);
    loaded.scheme_how = proof.how;
    for (std::size_t i = 0; i < parcels.size(); ++i) {
      Problems faults;
      const Location where = rows.at(table.rows[i], rows.has("code")        ? "code"
                                                    : rows.has("code_name") ? "code_name"
                                                                            : "id");
      if (!says_otherwise(parcels[i])) parcels[i].land_use = understand(pack.table, proof, parcels[i].written);
      if (parcels[i].land_use.fault) tell(*parcels[i].land_use.fault, where, faults);
      check_use(parcels[i], study.criteria.rules.occupancy, where, faults);
      std::vector<Diagnostic> before = std::move(loaded.proposals[i].faults);
      loaded.proposals[i] = proposal_of(parcels[i], pack.table, study.criteria.rules);
      loaded.proposals[i].faults = std::move(before);
      take_problems(faults, loaded.proposals[i], problems);
    }
    check_ids(table, study, loaded.proposals);
    refuse_if_none_is_sound(loaded.proposals, problems);
  });
  loaded.notes = reading.finish();
  return loaded;
}

}  // namespace sise
