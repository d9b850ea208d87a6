#include "core/study/completeness.hpp"

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

void find_charge(UnitStatus& status, const Unit& unit, const Substance* substance, const ScenarioDigest& scenarios) {
  if (scenarios.largest_tnt_kg > 0.0) {
    status.charge = ExplosiveCharge{scenarios.largest_tnt_kg, true, "", Confidence::seen};
    return;
  }
  const SourcedValue* equivalence = substance == nullptr ? nullptr : substance->find("tnt_equivalence");
  if (!unit.inventory_kg) status.missing.push_back({"inventory", {"the inventory is unknown", "储量未知"}});
  if (equivalence == nullptr) {
    status.missing.push_back(
        {"tnt_equivalence",
         {"the TNT equivalence of '" + unit.substance_text + "' is unknown; give tnt_kg in the scenarios",
          "'" + unit.substance_text + "' 的 TNT 当量未知;请在情景表中给出 tnt_kg"}});
  }
  if (unit.inventory_kg && equivalence != nullptr) {
    status.charge =
        ExplosiveCharge{*unit.inventory_kg * equivalence->value, false, equivalence->source, equivalence->confidence};
  }
}

UnitStatus status_of(const Unit& unit, const Substance* substance, const ScenarioDigest& scenarios) {
  UnitStatus status;
  status.explosive = is_explosive(unit, substance);
  if (status.explosive) find_charge(status, unit, substance, scenarios);
  if (!scenarios.any)
    status.missing.push_back({"scenarios", {"no scenario is given for the unit", "未给出该单元的事故情景"}});
  status.computed = scenarios.any;
  return status;
}

}  // namespace

std::vector<UnitStatus> unit_statuses(const Study& study, const SubstanceTable& substances) {
  const std::map<std::string, ScenarioDigest> digests = digest(study.scenarios);
  std::vector<UnitStatus> statuses;
  statuses.reserve(study.units.size());
  for (const Unit& unit : study.units) {
    const auto found = digests.find(unit.id);
    const ScenarioDigest scenarios = found == digests.end() ? ScenarioDigest{} : found->second;
    statuses.push_back(status_of(unit, unit.substance.empty() ? nullptr : substances.find(unit.substance), scenarios));
  }
  return statuses;
}

}  // namespace sise
