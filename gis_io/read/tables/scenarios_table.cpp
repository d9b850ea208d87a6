#include "gis_io/read/tables/scenarios_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/accidents/kinds.hpp"
#include "core/accidents/scenario_fields.hpp"
#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/tables/scenario_effects.hpp"
#include "gis_io/read/tables/scenario_substances.hpp"
#include "gis_io/read/tables/unique_ids.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

std::vector<std::string> accident_kind_names() {
  std::vector<std::string> names;
  for (const AccidentKind& row : accident_kinds()) names.emplace_back(row.kind.name());
  return names;
}

/// "00101" -> "101": what a sheet leaves of an id that it takes for a number.
std::string id_without_zeros(const std::string& id) {
  const std::string text = normalised(id);
  return text.substr(std::min(text.find_first_not_of('0'), text.size()));
}

class ScenarioRows {
 public:
  ScenarioRows(const FeatureTable& table, const LayerConfig& config, const std::vector<Unit>& units,
               const SubstanceTable& substances, ToxicBasis basis, Problems& problems)
      : table_(table),
        fields_(table, config,
                field_specs(scenario_field_names(), {"unit_id", "case_id", "kind", "frequency_per_year"}), problems),
        substances_(substances),
        basis_(basis),
        problems_(problems) {
    for (const Unit& unit : units) units_.try_emplace(normalised(unit.id), &unit);
    for (const Unit& unit : units) unit_ids_.push_back(unit.id);
  }

  std::vector<Scenario> read() {
    std::vector<Scenario> scenarios;
    for (const FeatureRow& row : table_.rows) {
      if (auto scenario = this->scenario(row)) scenarios.push_back(std::move(*scenario));
    }
    grouped_.tell(problems_);
    return scenarios;
  }

 private:
  std::optional<Scenario> scenario(const FeatureRow& row) {
    Scenario s;
    const Unit* unit = unit_of(row);
    s.unit_id = unit == nullptr ? std::string() : unit->id;
    s.case_id = fields_.text(row, "case_id").value_or("");
    if (unit != nullptr && !s.case_id.empty())
      ids_.add(s.unit_id + " / " + s.case_id, fields_.at(row, "case_id"), problems_);
    s.frequency_per_year = frequency_of(row);
    for (const ScenarioField& field : scenario_fields()) read_number(row, field, s);
    const auto kind = kind_of(row);
    if (!kind || unit == nullptr) return std::nullopt;
    s.kind = *kind;
    check_kind(row, *unit, s);
    return s;
  }

  /// Accidents that happen every month are no accidents: the exponent has lost its sign.
  double frequency_of(const FeatureRow& row) {
    const double frequency = fields_.number(row, "frequency_per_year", kPositive).value_or(0.0);
    if (frequency > 1.0) {
      grouped_.add("frequency", {Diagnostic::Severity::warning,
                                 "frequency_above_one",
                                 fields_.at(row, "frequency_per_year"),
                                 {fmt::format("this case is said to happen {:g} times a year", frequency),
                                  fmt::format("该情景的频率为每年 {:g} 次", frequency)},
                                 {"Check the sign of its exponent and its unit", "请核对指数的正负号和单位"}});
    }
    return frequency;
  }

  const Unit* unit_of(const FeatureRow& row) {
    const auto written = fields_.text(row, "unit_id");
    if (!written) return nullptr;
    const auto it = units_.find(normalised(*written));
    if (it != units_.end()) return it->second;
    const auto near = nearest_names(*written, unit_ids_, 3);
    const std::string stripped = id_without_zeros(*written);
    for (const std::string& id : unit_ids_) {
      if (stripped != id_without_zeros(id)) continue;
      grouped_.add(
          "unit" + *written,
          {Diagnostic::Severity::error,
           "unknown_unit",
           fields_.at(row, "unit_id"),
           {"there is no unit '" + *written + "'", "没有单元 '" + *written + "'"},
           {"There is '" + id + "': a sheet keeps a number without its leading zeros. Store ids as text in both",
            "有 '" + id + "':表格中的数字不保留前导零。请在两处都以文本保存编号"}});
      return nullptr;
    }
    grouped_.add("unit" + *written,
                 {Diagnostic::Severity::error,
                  "unknown_unit",
                  fields_.at(row, "unit_id"),
                  {"there is no unit '" + *written + "'", "没有单元 '" + *written + "'"},
                  near.empty() ? Text{"Every unit_id must be the id of a feature of [units]",
                                      "unit_id 必须是 [units] 中某个要素的 id"}
                               : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"}});
    return nullptr;
  }

  std::optional<ScenarioKind> kind_of(const FeatureRow& row) {
    const auto written = fields_.text(row, "kind");
    if (!written) return std::nullopt;
    const auto kind = scenario_kind_from(normalised(*written));
    const std::string names = listed(accident_kind_names());
    if (!kind) {
      const auto near = nearest_names(*written, accident_kind_names());
      const std::string hint_en = near.empty() ? "" : "Did you mean " + near.front() + "? ";
      const std::string hint_zh = near.empty() ? "" : "是否指 " + near.front() + "?";
      grouped_.add("kind" + *written,
                   {Diagnostic::Severity::error,
                    "unknown_scenario_kind",
                    fields_.at(row, "kind"),
                    {"unknown kind of scenario '" + *written + "'", "未知的情景类型 '" + *written + "'"},
                    {hint_en + "Allowed are: " + names, hint_zh + "可用的有:" + names}});
    }
    return kind;
  }

  void read_number(const FeatureRow& row, const ScenarioField& field, Scenario& s) {
    const auto value = fields_.number(row, field.name, {field.low, field.high, field.low_open});
    if (!value) return;
    if (!field.whole || *value == std::floor(*value)) {
      field.set(s, *value);
      return;
    }
    problems_.error("out_of_range",
                    {fmt::format("'{}' must be a whole number from {:g} to {:g}", field.name, field.low, field.high),
                     fmt::format("'{}' 必须是 {:g} 到 {:g} 的整数", field.name, field.low, field.high)},
                    fields_.at(row, field.name));
  }

  /// What the kind of the scenario needs; fills in the substance.
  void check_kind(const FeatureRow& row, const Unit& unit, Scenario& s) {
    const std::string written = fields_.text(row, "substance").value_or("");
    const Location where = fields_.at(row, "substance");
    const AccidentKind& kind = kind_row(s.kind);
    const bool has_event_to_try = !kind.properties.empty();  // which then tells what it lacks
    if (!has_event_to_try) {
      for (const std::string_view field : kind.needs) {
        if (!scenario_field(field).get(s)) tell_missing(row, std::string(s.kind.name()), std::string(field));
      }
    }
    if (kind.substance == SubstanceNeed::poison) {
      s.substance = toxic_substance(written, unit, substances_, basis_, where, grouped_);
      return;
    }
    if (kind.substance == SubstanceNeed::none) {
      s.substance = explosive_of(written, unit, where);
      if (has_event_to_try) try_event(row, unit, s);
      return;
    }
    const Substance* substance = scenario_substance(written, unit, substances_, where, grouped_);
    if (substance == nullptr) return;
    s.substance = substance->id;
    try_event(row, unit, s);
  }

  void try_event(const FeatureRow& row, const Unit& unit, const Scenario& s) {
    check_effect(s, unit, substances_,
                 {[&](std::string_view field) { return fields_.at(row, field); },
                  [&](std::string_view field) { return fields_.is_filled(row, field); }},
                 grouped_);
  }

  /// An explosion is computed from its charge alone; a name that nobody knows is said, and never replaced.
  std::string explosive_of(const std::string& written, const Unit& unit, const Location& where) {
    if (written.empty()) return unit.substance;
    const Substance* known = substances_.find(written);
    if (known != nullptr) return known->id;
    grouped_.add("explosive" + written,
                 {Diagnostic::Severity::warning,
                  "unknown_substance",
                  where,
                  {"unknown substance '" + written + "': the charge is computed from tnt_kg alone",
                   "未知的物质 '" + written + "':仅按 tnt_kg 计算"},
                  {"`sise substances` lists what is known", "用 sise substances 查看已有物质"}});
    return {};
  }

  void tell_missing(const FeatureRow& row, const std::string& kind, const std::string& field) {
    // A value that is there but wrong has been told already.
    if (fields_.is_filled(row, field)) return;
    problems_.error(
        "missing_value",
        {"a scenario of kind '" + kind + "' needs '" + field + "'", "'" + kind + "' 类情景需要 '" + field + "'"},
        fields_.at(row, field),
        field == "rate_kg_s" ? Text{"A mass without a rate is not turned into one: state the release rate",
                                    "质量不会被换算为速率:请写明泄漏速率"}
                             : Text{"State the TNT equivalent", "请写明 TNT 当量"});
  }

  const FeatureTable& table_;
  FieldMap fields_;
  const SubstanceTable& substances_;
  ToxicBasis basis_;
  Problems& problems_;
  std::map<std::string, const Unit*> units_;
  std::vector<std::string> unit_ids_;
  GroupedProblems grouped_;
  UniqueIds ids_;
};

}  // namespace

std::vector<Scenario> read_scenarios(const LayerConfig& config, const std::vector<Unit>& units,
                                     const SubstanceTable& substances, ToxicBasis basis, Problems& problems) {
  const FeatureTable table = read_table(config, problems);
  if (table.rows.empty()) {
    problems.error("empty_layer", {"the table has no scenarios", "表格中没有情景"}, table.where,
                   {"Check that it is the right table, or leave [scenarios] out", "请核对表格,或去掉 [scenarios]"});
  }
  return ScenarioRows(table, config, units, substances, basis, problems).read();
}

}  // namespace sise
