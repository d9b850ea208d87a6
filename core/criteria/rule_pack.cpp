#include "core/criteria/rule_pack.hpp"

#include <algorithm>

#include "models/base/nearest.hpp"

namespace sise {

std::vector<std::string> RulePack::rule_ids() const {
  return {individual_risk_existing.rule_id,
          individual_risk_new.rule_id,
          overpressure.rule_id,
          societal_risk.rule_id,
          scope_rule_id,
          occupancy.rule_id};
}

const Exclusion* exclusion_for(const RulePack& pack, UnitKind kind, std::string_view sector) {
  const std::string wanted = folded_name(sector);
  for (const Exclusion& exclusion : pack.exclusions) {
    if (exclusion.kind != UnitKind::unspecified && exclusion.kind == kind) return &exclusion;
    const bool named = std::any_of(exclusion.sectors.begin(), exclusion.sectors.end(),
                                   [&](const std::string& name) { return folded_name(name) == wanted; });
    if (!wanted.empty() && named) return &exclusion;
  }
  return nullptr;
}

std::vector<std::string> rules_named(const RulePack& pack, std::string_view id) {
  const std::string below = std::string(id) + ".";
  std::vector<std::string> named;
  for (const std::string& rule : pack.rule_ids()) {
    if (rule == id || rule.starts_with(below)) named.push_back(rule);
  }
  return named;
}

}  // namespace sise
