#include "core/decision/distances.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <optional>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/decision/enterprises.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/risk_search.hpp"
#include "models/base/error.hpp"
#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

/// The shortest line between a unit and a target, and the direction in which a required distance is measured.
struct Approach {
  Point from;
  Point to;
  Point towards;
  double actual_m = 0.0;
};

/// Where the two touch, the line from middle to middle gives the direction; where even those coincide, north does.
Point direction_where_they_touch(const Geometry& unit, const Geometry& target, Point from) {
  const Point a = centroid(unit);
  const Point b = centroid(target);
  if (a == b) return {from.x, from.y + 1.0};
  return {from.x + (b.x - a.x), from.y + (b.y - a.y)};
}

Approach approach(const Geometry& unit, const Geometry& target) {
  const auto [from, to] = nearest_points(unit, target);
  const double actual_m = std::hypot(to.x - from.x, to.y - from.y);
  return {from, to, actual_m > 0.0 ? to : direction_where_they_touch(unit, target, from), actual_m};
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

DistanceCheck overpressure_check(const Study& study, const UnitStatus& status, const Unit& unit, const Target& target,
                                 BlastCurve curve) {
  DistanceCheck check =
      start(unit, target, approach(unit.geometry, target.geometry), study.criteria.rules.overpressure);
  Chain chain = first_links(target, study.criteria.rules.overpressure, study.criteria);
  if (!status.charge) {
    note_missing(check, status);
    check.confidence = joined(chain);
    return check;
  }
  extend(chain, charge_links(*status.charge, unit, study.criteria));
  const double tnt_kg = status.charge->tnt_kg;
  check.value = overpressure_pa(curve, tnt_kg, std::max(check.actual_m, 1e-3));
  if (const std::optional<double> required = distance_to_overpressure_m(curve, tnt_kg, check.limit)) {
    set_required(check, *required);
  }
  for (std::string& code : blast_warnings(curve, tnt_kg, std::max(check.required_m, check.actual_m)))
    check.codes.push_back(std::move(code));
  add_note(check, status.charge->basis());
  add_note(check, curve_note(curve));
  conclude(check, chain);
  return check;
}

/// An enterprise is a long item: a person who interrupts is not kept waiting until it ends.
void stop_if(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

/// Individual risk of a whole enterprise at every target, computed once and used by each of its units.
struct EnterpriseAtTargets {
  Enterprise enterprise;
  std::vector<RiskMaximum> risk;  ///< per target
};

/// Of the enterprise's units those that move the risk at the target bring what their risk rests on.
void extend_by_units(Chain& chain, const Assessment& assessment, const std::vector<Chain>& basis,
                     const Enterprise& enterprise, const RiskMaximum& at_target, double limit) {
  for (const auto& part :
       assessment.risk.contributions(at_target.place, enterprise.computed, enterprise.computed.size())) {
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

DistanceCheck risk_check(const Assessment& assessment, const std::vector<Chain>& basis,
                         const EnterpriseAtTargets& group, std::size_t unit_index, std::size_t target_index) {
  const Study& study = assessment.study;
  const Unit& unit = study.units[unit_index];
  const Target& target = study.targets[target_index];
  const RulePack& rules = study.criteria.rules;
  const LimitTable& table = unit.is_new ? rules.individual_risk_new : rules.individual_risk_existing;
  const Approach way = approach(unit.geometry, target.geometry);
  DistanceCheck check = start(unit, target, way, table);
  note_incomplete(check, study, group.enterprise);
  Chain chain = first_links(target, table, study.criteria);
  if (group.enterprise.computed.empty()) {
    check.confidence = joined(chain);
    return check;
  }
  const RiskMaximum& at_target = group.risk[target_index];
  check.value = at_target.risk_per_year;
  extend_by_units(chain, assessment, basis, group.enterprise, at_target, check.limit);
  set_required(check,
               outermost_distance_m(assessment.risk, group.enterprise.computed, way.from, way.towards, check.limit));
  for (std::string& code : codes_of(assessment.warnings, group.enterprise.computed))
    check.codes.push_back(std::move(code));
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

int group_of(const DistanceCheck& check) {
  if (check.shortfall_m > 0.0) return 0;
  return check.answered() ? 2 : 1;
}

double closeness(const DistanceCheck& check) { return check.answered() ? check.value / check.limit : 0.0; }

void sort_worst_first(std::vector<DistanceCheck>& checks) {
  std::stable_sort(checks.begin(), checks.end(), [](const DistanceCheck& a, const DistanceCheck& b) {
    if (group_of(a) != group_of(b)) return group_of(a) < group_of(b);
    if (group_of(a) == 0 && a.shortfall_m != b.shortfall_m) return a.shortfall_m > b.shortfall_m;
    return closeness(a) > closeness(b);
  });
}

/// Where each target's worst place is looked for; the same for every enterprise.
std::vector<std::vector<Point>> places_of_targets(const Study& study) {
  constexpr double kEdgeSpacing_m = 1.0;
  std::vector<std::vector<Point>> places(study.targets.size());
  parallel_for(static_cast<std::int64_t>(places.size()), [&](std::int64_t item) {
    const auto i = static_cast<std::size_t>(item);
    places[i] = places_on(study.targets[i].geometry, study.grid, kEdgeSpacing_m);
  });
  return places;
}

EnterpriseAtTargets at_targets(const Assessment& assessment, Enterprise enterprise,
                               const std::vector<std::vector<Point>>& places, const Progress* progress) {
  EnterpriseAtTargets group{std::move(enterprise), {}};
  group.risk.reserve(places.size());
  for (const std::vector<Point>& of_target : places) {
    stop_if(progress);
    group.risk.push_back(maximum_risk(assessment.risk, group.enterprise.computed, of_target));
  }
  return group;
}

std::vector<DistanceCheck> checks_of_unit(const Assessment& assessment, const std::vector<Chain>& basis,
                                          const EnterpriseAtTargets& group, std::size_t unit_index, BlastCurve curve) {
  const Study& study = assessment.study;
  const Unit& unit = study.units[unit_index];
  const UnitStatus& status = assessment.statuses[unit_index];
  const RuleForUnit rule = rule_for(unit, status, study.criteria.rules);
  if (rule.rule == DistanceRule::other_code) return {other_code_check(unit, *rule.exclusion)};
  std::vector<DistanceCheck> checks;
  checks.reserve(study.targets.size());
  for (std::size_t target = 0; target < study.targets.size(); ++target) {
    if (!study.targets[target].is_protected) continue;
    checks.push_back(rule.rule == DistanceRule::overpressure
                         ? overpressure_check(study, status, unit, study.targets[target], curve)
                         : risk_check(assessment, basis, group, unit_index, target));
  }
  return checks;
}

}  // namespace

RuleForUnit rule_for(const Unit& unit, const UnitStatus& status, const RulePack& rules) {
  if (const Exclusion* exclusion = exclusion_for(rules, unit.kind, unit.sector))
    return {DistanceRule::other_code, exclusion};
  return {status.explosive ? DistanceRule::overpressure : DistanceRule::individual_risk, nullptr};
}

std::vector<DistanceCheck> safety_distances(const Assessment& assessment, Progress* progress) {
  const BlastCurve curve = blast_curve_from(assessment.study.criteria.rules.blast_curve).value();
  const std::vector<Enterprise> groups = enterprises(assessment.study, assessment.statuses);
  const std::vector<Chain> basis = risk_basis(assessment.study, assessment.substances);
  const std::vector<std::vector<Point>> places = places_of_targets(assessment.study);
  std::vector<std::vector<DistanceCheck>> parts(groups.size());
  parallel_for(
      static_cast<std::int64_t>(groups.size()),
      [&](std::int64_t g) {
        const auto i = static_cast<std::size_t>(g);
        const EnterpriseAtTargets group = at_targets(assessment, groups[i], places, progress);
        for (const std::size_t unit : groups[i].units) {
          stop_if(progress);
          for (DistanceCheck& check : checks_of_unit(assessment, basis, group, unit, curve))
            parts[i].push_back(std::move(check));
        }
      },
      progress, "distances");
  std::vector<DistanceCheck> all;
  for (std::vector<DistanceCheck>& part : parts) {
    for (DistanceCheck& check : part) all.push_back(std::move(check));
  }
  sort_worst_first(all);
  return all;
}

}  // namespace sise
