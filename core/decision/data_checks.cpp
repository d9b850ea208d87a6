// What could not be judged: it never counts as harmless.
#include <fmt/format.h>

#include "core/decision/checks.hpp"
#include "core/decision/distances.hpp"
#include "core/geometry/operations.hpp"

namespace sise {
namespace {

ReviewCheck incomplete(const Unit& unit, const std::string& source) {
  ReviewCheck check;
  check.rule_id = "sise.incomplete_data";
  check.rule = {"incomplete data", "数据不完整"};
  check.clause = {"Sise's own rule: what could not be computed is never allowed", "本程序规则:未能计算的不得视为允许"};
  check.source = source;
  check.subject = unit.id;
  check.governing_unit = unit.id;
  check.passed = false;
  return check;
}

ReviewCheck no_rule_held(const Unit& unit, const Exclusion& exclusion) {
  ReviewCheck check = incomplete(unit, exclusion.source);
  check.rule_id = "sise.no_rule_held";
  check.rule = {"no rule held", "未收录适用规则"};
  check.quantity = "no_rule_held";
  const bool named = !exclusion.governed_by.empty();
  check.text = {
      "the unit is outside the scope of the rule pack (" + exclusion.reason.en + "); " +
          (named ? "it is judged by " + exclusion.governed_by + ", which is not held here" : "no rule is held for it"),
      "该单元不在规则包适用范围内(" + exclusion.reason.zh + ");" +
          (named ? "应按 " + exclusion.governed_by + " 判定,本程序未收录" : "本程序未收录适用规则")};
  return check;
}

}  // namespace

std::vector<ReviewCheck> incomplete_checks(const ReviewContext& context, const Geometry& parcel) {
  std::vector<ReviewCheck> checks;
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const UnitStatus& status = context.assessment.statuses[i];
    if (status.missing.empty()) continue;
    const Unit& unit = context.study.units[i];
    const double distance = distance_m(unit.geometry, parcel);
    if (distance > status.unanswered_m) continue;
    const Criteria& criteria = context.study.criteria;
    const bool screened = status.unanswered_m > criteria.incomplete_radius_m;
    ReviewCheck check = incomplete(unit, screened ? criteria.screening.source : "incomplete_radius_m of the project");
    if (screened) {
      check.rests_on = {
          {"", {"the screening reach", "筛查距离"}, criteria.screening.source, criteria.screening.confidence}};
    }
    check.quantity = "distance_m";
    check.unit = "m";
    check.value = distance;
    check.text = {
        fmt::format("unit '{}' is {:.0f} m away and could not be computed: {}", unit.id, distance,
                    status.missing.front().text.en),
        fmt::format("单元“{}”距地块 {:.0f} m 且未能计算:{}", unit.id, distance, status.missing.front().text.zh)};
    checks.push_back(std::move(check));
  }
  return checks;
}

std::vector<ReviewCheck> missing_data_checks(const ReviewContext& context, const Unit& unit, const UnitStatus& status) {
  const RuleForUnit rule = rule_for(unit, status, context.study.criteria.rules);
  if (rule.rule == DistanceRule::other_code) return {no_rule_held(unit, *rule.exclusion)};
  std::vector<ReviewCheck> checks;
  for (const Missing& missing : status.missing) {
    ReviewCheck check = incomplete(unit, "the proposal");
    check.quantity = "missing_" + missing.code;
    check.text = missing.text;
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace sise
