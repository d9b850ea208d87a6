#include "core/decision/risk_basis.hpp"

#include <map>
#include <utility>

#include "models/harm/toxic_basis.hpp"

namespace sise {
namespace {

/// Of several constants the weakest speaks for the whole.
Link toxicity_link(const Substance& substance, const Study& study) {
  Link link{toxicity_id(substance.id),
            {"the toxicity of " + substance.name_en, substance.name_zh + "的毒性"},
            {},
            Confidence::seen};
  for (const std::string& property : missing_toxic_properties(study.harm.toxic_basis, Substance{})) {
    const SourcedValue* value = substance.find(property);
    if (value == nullptr) continue;
    const Confidence before = link.confidence;
    link.confidence = joined({link, {.confidence = value->confidence}});
    if (!link.source.empty() && link.confidence == before) continue;
    link.source = value->source;
    link.source_zh = value->source_zh;
  }
  return with_confirmation(link, study.criteria);
}

Link harm_link(const Study& study) {
  return with_confirmation({study.harm.id,
                            {"the harm rules '" + study.harm.id + "'", "伤害准则“" + study.harm.id + "”"},
                            study.harm.source,
                            study.harm.confidence},
                           study.criteria);
}

}  // namespace

Link with_confirmation(Link link, const Criteria& criteria) {
  link.confirmed = !link.id.empty() && criteria.confirmed_rules.contains(link.id);
  return link;
}

std::string toxicity_id(std::string_view substance_id) { return std::string(substance_id) + ".toxicity"; }

std::vector<Chain> risk_basis(const Study& study, const SubstanceTable& substances) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < study.units.size(); ++i) index.emplace(study.units[i].id, i);
  std::vector<Chain> chains(study.units.size());
  for (const Scenario& scenario : study.scenarios) {
    const auto unit = index.find(scenario.unit_id);
    if (unit == index.end()) continue;
    const Substance* substance = substances.find(scenario.substance);
    if (scenario.kind == ScenarioKind::toxic && substance != nullptr)
      extend(chains[unit->second], {toxicity_link(*substance, study)});
    extend(chains[unit->second], {harm_link(study)});
  }
  for (const GeneratedBasis& one : study.generated) {
    const auto unit = index.find(one.unit_id);
    if (unit != index.end()) extend(chains[unit->second], generated_links(one.links, study.criteria));
  }
  return chains;
}

Chain generated_links(const Chain& links, const Criteria& criteria) {
  Chain chain;
  for (Link link : links) {
    link.range = LinkRange::open;
    chain.push_back(with_confirmation(std::move(link), criteria));
  }
  return chain;
}

Link limit_link(const LimitTable& table, TargetClass target_class, const Criteria& criteria) {
  const Limit& limit = table.of(target_class);
  Link link{table.rule_id, {"the limit of " + table.title.en, table.title.zh + "限值"}, limit.source, limit.confidence};
  link.source_zh = table.clause.zh;
  return with_confirmation(std::move(link), criteria);
}

Chain class_links(const Target& target, const Criteria& criteria) {
  const ClassBasis& basis = target.class_basis;
  if (basis.rule_id.empty()) return {};
  return {with_confirmation({basis.rule_id,
                             {"the class of the target by its use and size", "按用途和规模确定的防护目标类别"},
                             basis.source,
                             basis.confidence},
                            criteria)};
}

Chain charge_links(const ExplosiveCharge& charge, const Unit& unit, const Criteria& criteria) {
  const RulePack& rules = criteria.rules;
  Chain chain{with_confirmation({rules.overpressure.rule_id,
                                 {"the blast curve " + rules.blast_curve, "超压曲线 " + rules.blast_curve},
                                 rules.blast_curve_source,
                                 rules.blast_curve_confidence},
                                criteria)};
  if (!charge.from_scenario) {
    chain.push_back(
        with_confirmation({unit.substance + ".tnt_equivalence",
                           {"the TNT equivalence of " + unit.substance_text, unit.substance_text + "的 TNT 当量"},
                           charge.source,
                           charge.confidence},
                          criteria));
  }
  return chain;
}

}  // namespace sise
