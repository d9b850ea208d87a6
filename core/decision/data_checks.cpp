// What could not be judged: it never counts as harmless.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/decision/checks.hpp"
#include "core/decision/distances.hpp"
#include "core/geometry/operations.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr double kStorey_m = 3.0;
constexpr double kMattersShare = 0.01;  // of the limit, as for what a verdict rests on

/// A cloud from a height passes over people at the ground, and flames rise; a blast and a cloud at the ground do not.
bool may_be_worse_aloft(const Study& study, const std::string& unit_id) {
  return std::any_of(study.scenarios.begin(), study.scenarios.end(), [&](const Scenario& s) {
    if (s.unit_id != unit_id || s.kind == ScenarioKind::explosion) return false;
    const bool cloud =
        s.kind == ScenarioKind::toxic || s.kind == ScenarioKind::flash_fire || s.kind == ScenarioKind::vce;
    return !cloud || s.height_m > study.model.receptor_height_m;
  });
}

ReviewCheck incomplete_check(const std::string& unit_id, const std::string& source) {
  ReviewCheck check;
  check.rule_id = "sise.incomplete_data";
  check.rule = {"incomplete data", "数据不完整"};
  check.clause = {"Sise's own rule: what could not be computed is never allowed", "本程序规则:未能计算的不得视为允许"};
  check.source = source;
  check.subject = unit_id;
  check.governing_unit = unit_id;
  check.passed = false;
  return check;
}

ReviewCheck incomplete(const Unit& unit, const std::string& source) { return incomplete_check(unit.id, source); }

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

/// An explosive of unknown strength, as if it were TNT: how far the strictest limit reaches then. Told, and nothing follows.
std::optional<Text> bound_as_tnt(const Unit& unit, const Criteria& criteria) {
  const LimitTable& table = criteria.rules.overpressure;
  const auto* const strictest = std::min_element(table.by_class.begin(), table.by_class.end(),
                                                 [](const Limit& a, const Limit& b) { return a.value < b.value; });
  const auto curve = blast_curve_from(criteria.rules.blast_curve);
  if (!unit.inventory_kg || !curve || !(strictest->value > 0.0)) return std::nullopt;
  const BlastDistance reach = distance_to(*curve, BlastQuantity::overpressure, *unit.inventory_kg, strictest->value);
  if (reach.status != BlastDistance::Status::found) return std::nullopt;
  const double kPa = strictest->value / 1000.0;
  return Text{fmt::format("taken as TNT (equivalence 1.0) {:.4g} kg reach {:.3g} kPa as far as {:.0f} m, from which "
                          "nothing is concluded",
                          *unit.inventory_kg, kPa, std::ceil(reach.r_m)),
              fmt::format("按 TNT 当量系数 1.0 估算,{:.4g} kg 的 {:.3g} kPa 超压距离为 {:.0f} m,仅列出,不作结论",
                          *unit.inventory_kg, kPa, std::ceil(reach.r_m))};
}

}  // namespace

std::vector<ReviewCheck> incomplete_checks(const ReviewContext& context, const Geometry& parcel) {
  std::vector<ReviewCheck> checks;
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const UnitStatus& status = context.assessment.statuses[i];
    if (status.missing.empty() || context.closed.contains(i)) continue;
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

std::vector<ReviewCheck> height_checks(const ReviewContext& context, const Target& target,
                                       const std::vector<ReviewCheck>& checks) {
  const double computed_at = context.study.model.receptor_height_m;
  if (!(target.height_m.value_or(0.0) > computed_at + kStorey_m)) return {};
  std::vector<ReviewCheck> found;
  for (const ReviewCheck& passed : checks) {
    if (!passed.passed || passed.unit != "1/yr" || passed.informative) continue;
    for (const Contributor& c : passed.contributors) {
      const bool matters = c.share * passed.value >= kMattersShare * passed.limit;
      const bool known = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.subject == c.unit_id; });
      if (!matters || known || !may_be_worse_aloft(context.study, c.unit_id)) continue;
      ReviewCheck check = incomplete_check(c.unit_id, "the target's height_m");
      check.quantity = "height_m";
      check.unit = "m";
      check.value = *target.height_m;
      check.text = {
          fmt::format("the building is {:.0f} m high, risk is computed at {:.0f} m, and what unit '{}' releases "
                      "may be worse up there",
                      *target.height_m, computed_at, c.unit_id),
          fmt::format("建筑高 {:.0f} m,风险按离地 {:.0f} m 计算,单元“{}”的泄漏或火焰在高处可能更不利", *target.height_m,
                      computed_at, c.unit_id)};
      found.push_back(std::move(check));
    }
  }
  return found;
}

std::vector<ReviewCheck> missing_data_checks(const ReviewContext& context, const Unit& unit, const UnitStatus& status) {
  const RuleForUnit rule = rule_for(unit, status, context.study.criteria.rules);
  if (rule.rule == DistanceRule::other_code) return {no_rule_held(unit, *rule.exclusion)};
  std::vector<ReviewCheck> checks;
  for (const Missing& missing : status.missing) {
    ReviewCheck check = incomplete(unit, "the proposal");
    check.quantity = "missing_" + missing.code;
    check.text = missing.text;
    const std::optional<Text> bound =
        missing.code == "tnt_equivalence" ? bound_as_tnt(unit, context.study.criteria) : std::optional<Text>();
    if (bound) {
      check.text.en += "; " + bound->en;
      check.text.zh += ";" + bound->zh;
    }
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace sise
