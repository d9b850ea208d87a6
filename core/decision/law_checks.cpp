#include "core/decision/law_checks.hpp"

#include <fmt/format.h>

#include "core/criteria/limits.hpp"
#include "core/decision/risk_basis.hpp"

namespace sise {
namespace {

/// A fact has no limit to be above: one breach where none is allowed.
void take_measure(const LawRule& rule, const Facts& facts, ReviewCheck& check) {
  check.quantity = rule.measured.empty() ? "breaches" : rule.measured;
  if (rule.condition_only) return;
  check.value = 1.0;
  check.limit = 0.0;
  if (!rule.measured.empty()) {
    check.unit = "m";
    check.at_least = true;
    check.value = facts.numbers.at(rule.measured);
    check.limit = rule.limit;
  }
  check.margin = check.at_least ? check.value - check.limit : check.limit - check.value;
}

ReviewCheck check_of(const LawRule& rule, const Facts& facts, const Criteria& criteria, const std::string& subject) {
  ReviewCheck check;
  check.rule_id = rule.id;
  check.rule = rule.title;
  check.clause = rule.clause;
  check.source = rule.source;
  check.rests_on = {with_confirmation({rule.id, rule.title, rule.source, rule.confidence}, criteria)};
  check.subject = subject;
  check.passed = false;
  take_measure(rule, facts, check);
  const bool measured = check.has_limit() && !rule.measured.empty();
  check.text = {measured ? fmt::format("{} ({:.4g} m of {:.4g} m; {} [{}])", rule.text.en, check.value, check.limit,
                                       rule.clause.en, rule.id)
                         : fmt::format("{} ({} [{}])", rule.text.en, rule.clause.en, rule.id),
                measured ? fmt::format("{}({:.4g} m,应不小于 {:.4g} m;{}〔{}〕)", rule.text.zh, check.value,
                                       check.limit, rule.clause.zh, rule.id)
                         : fmt::format("{}({}〔{}〕)", rule.text.zh, rule.clause.zh, rule.id)};
  return check;
}

}  // namespace

void add_law_checks(const LawPack& pack, const Facts& facts, const Criteria& criteria, Proposal& proposal) {
  const bool unit = proposal.kind == Proposal::Kind::unit;
  const LawFindings findings = find_broken(pack, unit ? "unit" : "development", facts);
  for (const LawRule* rule : findings.broken)
    proposal.conditions.push_back(check_of(*rule, facts, criteria, proposal.id()));
  if (!unit || findings.not_stated.empty()) return;
  const Text lacking = listed(findings.not_stated, facts);
  proposal.remarks.push_back(
      {"not judged by the siting rules of law, because the proposal does not state: " + lacking.en,
       "未按法律选址规定判定,因申报未填写:" + lacking.zh});
}

ReviewCheck design_code_check(const DesignCodes& codes, const CodeNeighbour& neighbour, double distance_m,
                              const Criteria& criteria) {
  const CodeQuestion& asked = neighbour.question;
  ReviewCheck check;
  check.subject = check.governing_unit = neighbour.unit_id;
  check.quantity = kSeparation;
  check.unit = "m";
  const CodeDistance* row = codes.find(asked);
  if (row == nullptr) {
    check.rule_id = "sise.no_rule_held";
    check.rule = {"no rule held", "未收录适用规则"};
    check.clause = {"Sise's own rule: what could not be judged is never allowed", "本程序规则:未能判定的不得视为允许"};
    check.source = "the tables of design codes that are held here";
    check.passed = false;
    check.text = {
        fmt::format("no distance is held from '{}' to '{}' for unit '{}': to be judged by hand", asked.item, asked.to,
                    neighbour.unit_id),
        fmt::format("单元“{}”({} 至 {})的间距未收录,须按相应标准人工核定", neighbour.unit_id, asked.item, asked.to)};
    return check;
  }
  check.rule_id = "design_code." + row->item + "." + asked.to;
  check.rule = {"design-code distance", "设计规范间距"};
  check.clause = {row->code + (row->clause.empty() ? "" : ", " + row->clause),
                  row->code + (row->clause.empty() ? "" : " 第 " + row->clause + " 条")};
  check.source = row->source;
  check.rests_on = {with_confirmation(
      {check.rule_id, {"the distance of " + row->code, row->code + " 间距"}, row->source, row->confidence}, criteria)};
  check.at_least = true;
  check.value = distance_m;
  check.limit = row->required_m;
  check.margin = check.value - check.limit;
  check.passed = !exceeds(check.limit, check.value);
  check.text = {fmt::format("the distance from unit '{}' ({}) is {:.4g} m, {:.4g} m are asked for towards {} ({})",
                            neighbour.unit_id, row->item_name, check.value, check.limit, row->to_name, check.clause.en),
                fmt::format("与单元“{}”({})的净距为 {:.4g} m,至{}应不小于 {:.4g} m({})", neighbour.unit_id,
                            row->item_name, check.value, row->to_name, check.limit, check.clause.zh)};
  return check;
}

}  // namespace sise
