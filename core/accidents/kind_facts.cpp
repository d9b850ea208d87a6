// What follows from the table of kinds.
#include <algorithm>

#include "core/accidents/kinds.hpp"

namespace sise {
namespace {

bool contains(const FieldNames& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view name_of(HazardQuantity quantity) {
  switch (quantity) {
    case HazardQuantity::overpressure_pa:
      return "overpressure_pa";
    case HazardQuantity::radiation_w_m2:
      return "radiation_w_m2";
    case HazardQuantity::concentration_kg_m3:
      break;
  }
  return "concentration_kg_m3";
}

std::string_view name_of(ScenarioKind kind) { return kind.name(); }

std::optional<ScenarioKind> scenario_kind_from(std::string_view name) {
  for (const AccidentKind& row : accident_kinds()) {
    if (row.kind.name() == name) return row.kind;
  }
  return std::nullopt;
}

std::optional<ScenarioKind> incident_kind_from(std::string_view name) {
  for (const AccidentKind& row : accident_kinds()) {
    if (row.incident_name == name) return row.kind;
  }
  return std::nullopt;
}

bool takes(const AccidentKind& row, std::string_view field) {
  return contains(row.needs, field) || contains(row.needs_one, field) || contains(row.allows, field);
}

HarmRule rule_for(Harm harm, const HarmPack& pack) {
  switch (harm) {
    case Harm::poison:
      return {pack.toxic_basis != ToxicBasis::none, {"death by poison", "中毒死亡"}};
    case Harm::blast:
      return {pack.knows_blast_death(), {"death by blast", "超压致死"}};
    case Harm::blast_pressure:
      return {pack.knows_blast_death() && !pack.blast_death_needs_impulse(),
              {"death by the pressure of a vapour cloud", "蒸气云超压致死"}};
    case Harm::heat:
      return {pack.knows_heat_death(), {"death by heat", "热辐射致死"}};
    case Harm::flame:
      break;
  }
  return {true, {}};
}

}  // namespace sise
