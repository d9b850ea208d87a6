#include "core/decision/distances.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/decision/enterprises.hpp"
#include "core/geometry/operations.hpp"
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

DistanceCheck start(const Unit& unit, const Target& target, const Approach& way, const LimitTable& table) {
  const Limit& limit = table.of(target.target_class);
  DistanceCheck check;
  check.unit_id = unit.id;
  check.target_id = target.id;
  check.rule_id = table.rule_id;
  check.quantity = table.quantity;
  check.limit = limit.value;
  check.source = limit.source;
  check.confidence = limit.confidence;
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

void note_recalled(DistanceCheck& check) {
  if (check.confidence != Confidence::recalled) return;
  add_note(check, {"the limit is recalled: check it against the official text before legal use",
                   "限值来自记忆,用于执法前须核对标准原文"});
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
  if (!status.charge) {
    note_missing(check, status);
    return check;
  }
  const double tnt_kg = status.charge->tnt_kg;
  check.confidence = weakest(check.confidence, status.charge->confidence);
  check.value = overpressure_pa(curve, tnt_kg, std::max(check.actual_m, 1e-3));
  if (const std::optional<double> required = distance_to_overpressure_m(curve, tnt_kg, check.limit)) {
    set_required(check, *required);
  }
  for (std::string& code : blast_warnings(curve, tnt_kg, std::max(check.required_m, check.actual_m)))
    check.codes.push_back(std::move(code));
  add_note(check, curve_note(curve));
  note_recalled(check);
  return check;
}

/// Individual risk of a whole enterprise at every target, computed once and used by each of its units.
struct EnterpriseAtTargets {
  Enterprise enterprise;
  std::vector<double> risk;  ///< per target
};

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

DistanceCheck risk_check(const Assessment& assessment, const EnterpriseAtTargets& group, std::size_t unit_index,
                         std::size_t target_index) {
  const Study& study = assessment.study;
  const Unit& unit = study.units[unit_index];
  const Target& target = study.targets[target_index];
  const RulePack& rules = study.criteria.rules;
  const LimitTable& table = unit.is_new ? rules.individual_risk_new : rules.individual_risk_existing;
  const Approach way = approach(unit.geometry, target.geometry);
  DistanceCheck check = start(unit, target, way, table);
  note_incomplete(check, study, group.enterprise);
  if (group.enterprise.computed.empty()) return check;
  check.value = group.risk[target_index];
  set_required(check,
               outermost_distance_m(assessment.risk, group.enterprise.computed, way.from, way.towards, check.limit));
  for (std::string& code : codes_of(assessment.warnings, group.enterprise.computed))
    check.codes.push_back(std::move(code));
  note_recalled(check);
  return check;
}

DistanceCheck other_code_check(const Unit& unit, const Exclusion& exclusion) {
  DistanceCheck check;
  check.unit_id = unit.id;
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

BlastCurve prescribed_curve(const RulePack& rules) {
  const std::optional<BlastCurve> curve = blast_curve_from(rules.blast_curve);
  if (!curve) {
    throw ConfigError("unknown_curve",
                      {"rule pack '" + rules.id + "' names the unknown blast curve '" + rules.blast_curve + "'",
                       "规则包 '" + rules.id + "' 使用了未知的超压曲线 '" + rules.blast_curve + "'"});
  }
  return *curve;
}

EnterpriseAtTargets at_targets(const Assessment& assessment, Enterprise enterprise) {
  EnterpriseAtTargets group{std::move(enterprise), {}};
  group.risk.reserve(assessment.study.targets.size());
  for (const Target& target : assessment.study.targets) {
    group.risk.push_back(
        maximum_risk(assessment.risk, group.enterprise.computed, target.geometry, assessment.study.grid).risk_per_year);
  }
  return group;
}

std::vector<DistanceCheck> checks_of_unit(const Assessment& assessment, const EnterpriseAtTargets& group,
                                          std::size_t unit_index, BlastCurve curve) {
  const Study& study = assessment.study;
  const Unit& unit = study.units[unit_index];
  const UnitStatus& status = assessment.statuses[unit_index];
  const RuleForUnit rule = rule_for(unit, status, study.criteria.rules);
  if (rule.rule == DistanceRule::other_code) return {other_code_check(unit, *rule.exclusion)};
  std::vector<DistanceCheck> checks;
  checks.reserve(study.targets.size());
  for (std::size_t target = 0; target < study.targets.size(); ++target) {
    checks.push_back(rule.rule == DistanceRule::overpressure
                         ? overpressure_check(study, status, unit, study.targets[target], curve)
                         : risk_check(assessment, group, unit_index, target));
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
  const BlastCurve curve = prescribed_curve(assessment.study.criteria.rules);
  const std::vector<Enterprise> groups = enterprises(assessment.study, assessment.statuses);
  std::vector<std::vector<DistanceCheck>> parts(groups.size());
  parallel_for(
      static_cast<std::int64_t>(groups.size()),
      [&](std::int64_t g) {
        const auto i = static_cast<std::size_t>(g);
        const EnterpriseAtTargets group = at_targets(assessment, groups[i]);
        for (const std::size_t unit : groups[i].units) {
          for (DistanceCheck& check : checks_of_unit(assessment, group, unit, curve))
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
