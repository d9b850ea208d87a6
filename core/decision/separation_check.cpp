#include "core/decision/separation_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/criteria/limits.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

/// Where the two touch, the line from middle to middle gives the direction; where even those coincide, north does.
Point direction_where_they_touch(const Geometry& unit, const Geometry& target, Point from) {
  const Point a = centroid(unit);
  const Point b = centroid(target);
  if (a == b) return {from.x, from.y + 1.0};
  return {from.x + (b.x - a.x), from.y + (b.y - a.y)};
}

/// What a check rests on; its limit and its target's class to begin with.
Chain first_links(const Target& target, const LimitTable& table, const Criteria& criteria) {
  Chain chain{limit_link(table, target.target_class, criteria)};
  extend(chain, class_links(target, criteria));
  return chain;
}

DistanceCheck start(const Unit& unit, const Target& target, const Approach& way, const LimitTable& table) {
  const Limit& limit = table.of(target.target_class);
  DistanceCheck check;
  check.unit_id = unit.id;
  check.unit_name = unit.name;
  check.target_id = target.id;
  check.target_name = target.name;
  check.rule_id = table.rule_id;
  check.quantity = table.quantity;
  check.limit = limit.value;
  check.source = limit.source;
  check.actual_m = way.actual_m;
  check.from = way.from;
  check.to = way.to;
  return check;
}

void add_note(DistanceCheck& check, const Text& text) {
  const auto append = [](std::string& to, const std::string& part, const char* between) {
    if (part.empty()) return;
    if (!to.empty()) to += between;
    to += part;
  };
  append(check.note.en, text.en, "; ");
  append(check.note.zh, text.zh, ";");
}

void set_required(DistanceCheck& check, double required_m) {
  check.required_m = required_m;
  check.shortfall_m = std::max(0.0, required_m - check.actual_m);
}

/// Joins the marks of the chain, and names what a person must compare with its text before legal use.
void conclude(DistanceCheck& check, const Chain& chain) {
  check.confidence = joined(chain);
  const Chain open = open_links(chain);
  if (open.empty()) return;
  const Text what = named(open);
  add_note(check, {"recalled, check against the official text before legal use: " + what.en,
                   "凭记忆录入,用于执法前须核对原文:" + what.zh});
}

void note_missing(DistanceCheck& check, const UnitStatus& status) {
  for (const Missing& missing : status.missing) {
    check.codes.push_back("missing_" + missing.code);
    add_note(check, missing.text);
  }
}

/// A distance without its curve and ground factor is no answer.
Text curve_note(BlastCurve curve) {
  const std::string name(name_of(curve));
  if (blast_curve_info(curve).surface_burst) {
    return {"curve " + name + ", ground factor contained", "超压曲线 " + name + ",已含地面反射系数"};
  }
  return {"curve " + name + ", free air, ground factor 1", "超压曲线 " + name + ",自由空气,地面反射系数 1"};
}

/// Of the enterprise's units those that move the risk at the target bring what their risk rests on.
void extend_by_units(Chain& chain, const Assessment& assessment, const std::vector<Chain>& basis,
                     const Enterprise& enterprise, const RiskMaximum& at_target, double limit) {
  std::vector<Contribution> parts{{enterprise.computed.front(), at_target.risk_per_year}};  // the whole, of one alone
  if (enterprise.computed.size() > 1)
    parts = assessment.risk.contributions(at_target.place, enterprise.computed, enterprise.computed.size());
  for (const Contribution& part : parts) {
    if (part.risk_per_year >= kMovingShare * limit) extend(chain, basis[part.unit]);
  }
}

void note_incomplete(DistanceCheck& check, const Study& study, const Enterprise& enterprise) {
  if (enterprise.incomplete.empty()) return;
  Text text{"not computed: ", "未计算: "};
  for (std::size_t i = 0; i < enterprise.incomplete.size(); ++i) {
    const std::string& id = study.units[enterprise.incomplete[i]].id;
    text.en += (i == 0 ? "" : ", ") + id;
    text.zh += (i == 0 ? "" : "、") + id;
  }
  check.codes.emplace_back("incomplete_enterprise");
  add_note(check, text);
}

}  // namespace

Approach approach(const Geometry& unit, const Geometry& target) {
  const auto [from, to] = nearest_points(unit, target);
  const double actual_m = std::hypot(to.x - from.x, to.y - from.y);
  return {from, to, actual_m > 0.0 ? to : direction_where_they_touch(unit, target, from), actual_m};
}

const LimitTable& risk_limits(const RulePack& rules, const Unit& unit) {
  return unit.is_new ? rules.individual_risk_new : rules.individual_risk_existing;
}

RequiredByClass required_by_charge(const RulePack& rules, double tnt_kg) {
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  RequiredByClass required;
  std::map<double, std::optional<double>> by_limit;  // several classes share one
  for (std::size_t i = 0; i < required.size(); ++i) {
    const double limit_pa = rules.overpressure.by_class.at(i).value;
    const auto [found, added] = by_limit.try_emplace(limit_pa);
    if (added) found->second = distance_to_overpressure_m(curve, tnt_kg, limit_pa);
    required.at(i) = found->second;
  }
  return required;
}

DistanceCheck overpressure_check(const Study& study, const UnitStatus& status, const Unit& unit, const Target& target,
                                 const Approach& way, const RequiredByClass& required) {
  const BlastCurve curve = blast_curve_from(study.criteria.rules.blast_curve).value();
  DistanceCheck check = start(unit, target, way, study.criteria.rules.overpressure);
  Chain chain = first_links(target, study.criteria.rules.overpressure, study.criteria);
  if (!status.charge) {
    note_missing(check, status);
    check.confidence = joined(chain);
    return check;
  }
  extend(chain, charge_links(*status.charge, unit, study.criteria));
  const double tnt_kg = status.charge->tnt_kg;
  check.value = overpressure_pa(curve, tnt_kg, std::max(check.actual_m, 1e-3));
  if (const auto& distance = required.at(static_cast<std::size_t>(target.target_class))) set_required(check, *distance);
  for (std::string& code : blast_warnings(curve, tnt_kg, std::max(check.required_m, check.actual_m)))
    check.codes.push_back(std::move(code));
  add_note(check, status.charge->basis());
  add_note(check, curve_note(curve));
  conclude(check, chain);
  return check;
}

DistanceCheck risk_check(const Assessment& assessment, const std::vector<Chain>& basis, const Enterprise& enterprise,
                         const Unit& unit, const Target& target, const Approach& way, const RiskMaximum& at_target,
                         double within_m, std::span<const double> reaches_m) {
  const Study& study = assessment.study;
  const LimitTable& table = risk_limits(study.criteria.rules, unit);
  DistanceCheck check = start(unit, target, way, table);
  note_incomplete(check, study, enterprise);
  Chain chain = first_links(target, table, study.criteria);
  if (enterprise.computed.empty()) {
    check.confidence = joined(chain);
    return check;
  }
  check.value = at_target.risk_per_year;
  extend_by_units(chain, assessment, basis, enterprise, at_target, check.limit);
  set_required(check, outermost_distance_m(assessment.risk, enterprise.computed, way.from, way.towards, check.limit,
                                           within_m, reaches_m));
  for (std::string& code : codes_of(assessment.warnings, enterprise.computed)) check.codes.push_back(std::move(code));
  conclude(check, chain);
  return check;
}

DistanceCheck other_code_check(const Unit& unit, const Exclusion& exclusion) {
  DistanceCheck check;
  check.unit_id = unit.id;
  check.unit_name = unit.name;
  check.rule_id = "none";
  check.confidence = exclusion.confidence;
  check.source = exclusion.source;
  check.codes.emplace_back("no_rule_held");
  add_note(check, exclusion.reason);
  if (exclusion.governed_by.empty()) {
    add_note(check, {"no rule is held for it", "本程序未收录适用规则"});
  } else {
    add_note(check, {"judged by " + exclusion.governed_by + ", which is not held here",
                     "应按 " + exclusion.governed_by + " 判定,本程序未收录该规则"});
  }
  return check;
}

}  // namespace sise
