#include "core/study/completeness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sise {
namespace {

struct ScenarioDigest {
  bool any = false;
  double largest_tnt_kg = 0.0;
};

std::map<std::string, ScenarioDigest> digest(const std::vector<Scenario>& scenarios) {
  std::map<std::string, ScenarioDigest> by_unit;
  for (const Scenario& scenario : scenarios) {
    ScenarioDigest& d = by_unit[scenario.unit_id];
    d.any = true;
    if (scenario.kind == ScenarioKind::explosion)
      d.largest_tnt_kg = std::max(d.largest_tnt_kg, scenario.tnt_kg.value_or(0.0));
  }
  return by_unit;
}

bool is_explosive(const Unit& unit, const Substance* substance) {
  return unit.kind == UnitKind::explosives_store || (substance != nullptr && substance->is("explosive"));
}

/// What the inventory lacks before it says a charge; only a unit without an exploding scenario misses it.
void note_missing(UnitStatus& status, const Unit& unit, const SourcedValue* equivalence) {
  if (!unit.inventory_kg) status.missing.push_back({"inventory", {"the inventory is unknown", "储量未知"}});
  if (equivalence == nullptr) {
    status.missing.push_back(
        {"tnt_equivalence",
         {"the TNT equivalence of '" + unit.substance_text + "' is unknown; give tnt_kg in the scenarios",
          "'" + unit.substance_text + "' 的 TNT 当量未知;请在情景表中给出 tnt_kg"}});
  }
}

void find_charge(UnitStatus& status, const Unit& unit, const Substance* substance, const ScenarioDigest& scenarios) {
  const SourcedValue* equivalence = substance == nullptr ? nullptr : substance->find("tnt_equivalence");
  ExplosiveCharge charge;
  if (scenarios.largest_tnt_kg > 0.0) charge.by_scenarios_kg = scenarios.largest_tnt_kg;
  if (unit.inventory_kg && equivalence != nullptr) charge.by_inventory_kg = *unit.inventory_kg * equivalence->value;
  if (!charge.by_scenarios_kg && !charge.by_inventory_kg) {
    note_missing(status, unit, equivalence);
    return;
  }
  charge.from_scenario = charge.by_scenarios_kg.value_or(0.0) >= charge.by_inventory_kg.value_or(0.0);
  charge.tnt_kg = charge.from_scenario ? *charge.by_scenarios_kg : *charge.by_inventory_kg;
  if (!charge.from_scenario) {
    charge.source = equivalence->source;
    charge.confidence = equivalence->confidence;
  }
  status.charge = charge;
}

/// What kept scenarios from being generated, or some of them, after the unit's own missing charge.
void add_reasons(const std::vector<const NotGenerated*>& reasons, UnitStatus& status) {
  for (const NotGenerated* reason : reasons) {
    const Missing missing{reason->code, reason->text};
    const bool told = std::any_of(status.missing.begin(), status.missing.end(),
                                  [&](const Missing& one) { return one.code == missing.code; });
    if (!told) status.missing.push_back(missing);
  }
}

UnitStatus status_of(const Unit& unit, const Substance* substance, const ScenarioDigest& scenarios,
                     const std::vector<const NotGenerated*>& reasons, const Criteria& criteria) {
  UnitStatus status;
  status.explosive = is_explosive(unit, substance);
  if (status.explosive) find_charge(status, unit, substance, scenarios);
  add_reasons(reasons, status);
  if (!scenarios.any && reasons.empty()) {
    status.missing.push_back({"scenarios", {"no scenario is given for the unit", "未给出该单元的事故情景"}});
  }
  if (is_undrawn_line(unit)) {
    status.missing.push_back(
        {"line_source",
         {"a pipeline, road or railway that is not drawn as a line is not computed: accidents along a "
          "line are not those of a point; draw it as a line",
          "未以线绘制的管线、道路或铁路未计算: 沿线事故不能以一个点代替; 请以线绘制"}});
  }
  status.computed = scenarios.any && !is_undrawn_line(unit);
  if (!status.missing.empty()) {
    status.unanswered_m =
        std::max(criteria.incomplete_radius_m, criteria.screening.reach_m(substance, unit.inventory_kg));
  }
  return status;
}

}  // namespace

bool is_undrawn_line(const Unit& unit) {
  const bool along =
      unit.kind == UnitKind::pipeline || unit.kind == UnitKind::road_transport || unit.kind == UnitKind::rail_transport;
  return along && unit.geometry.lines.empty();
}

Text ExplosiveCharge::basis() const {
  const std::string kg = fmt::format("{:.0f} kg TNT", tnt_kg);
  if (from_scenario) {
    Text text{kg + " of its scenarios", "情景给出的 " + kg};
    if (by_inventory_kg) {
      text.en += fmt::format(" (its inventory alone: {:.0f} kg)", *by_inventory_kg);
      text.zh += fmt::format("(按储量为 {:.0f} kg)", *by_inventory_kg);
    }
    return text;
  }
  Text text{kg + " by its inventory", "按储量折算的 " + kg};
  if (by_scenarios_kg) {
    text.en += fmt::format(" (more than the {:.0f} kg of its scenarios)", *by_scenarios_kg);
    text.zh += fmt::format("(大于情景的 {:.0f} kg)", *by_scenarios_kg);
  }
  return text;
}

std::vector<UnitStatus> unit_statuses(const Study& study, const SubstanceTable& substances) {
  const std::map<std::string, ScenarioDigest> digests = digest(study.scenarios);
  std::map<std::string, std::vector<const NotGenerated*>> reasons;
  for (const NotGenerated& one : study.not_generated) reasons[one.unit_id].push_back(&one);
  std::vector<UnitStatus> statuses;
  statuses.reserve(study.units.size());
  for (const Unit& unit : study.units) {
    const auto found = digests.find(unit.id);
    const ScenarioDigest scenarios = found == digests.end() ? ScenarioDigest{} : found->second;
    const Substance* substance = unit.substance.empty() ? nullptr : substances.find(unit.substance);
    statuses.push_back(status_of(unit, substance, scenarios, reasons[unit.id], study.criteria));
  }
  return statuses;
}

}  // namespace sise
