#include "core/decision/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/decision/enterprises.hpp"
#include "core/decision/verdict.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr std::size_t kContributors = 3;
// A parcel's edge is walked at this spacing: the worst place of a smooth field is met within a fraction of a per cent.
constexpr double kEdgeSpacing_m = 1.0;
// A decision rests on a check whose value is at least this share of its limit. Of the others only the largest is listed,
// for information. A passive plume may be wrong by more than a blast curve, so its share is the smaller.
constexpr double kDecisiveRiskShare = 0.01;
constexpr double kDecisivePressureShare = 0.1;

struct Review {
  const Assessment& assessment;
  const Study& study;
  std::vector<Enterprise> groups;
};

ReviewCheck against(const LimitTable& table, TargetClass target_class, const Criteria& criteria) {
  const Limit& limit = table.of(target_class);
  ReviewCheck check;
  check.rule_id = table.rule_id;
  check.source = limit.source;
  check.confidence = limit.confidence;
  check.quantity = table.quantity;
  check.unit = table.unit;
  check.limit = limit.value;
  check.confirmed = criteria.confirmed_rules.contains(table.rule_id);
  return check;
}

std::string number(double value) { return fmt::format("{:.3g}", value); }

Text sentence(const ReviewCheck& check, const Text& what) {
  const char* verb_en = check.passed ? "keeps" : (check.partly ? "breaks, on a part of the parcel," : "breaks");
  const char* verb_zh = check.passed ? "满足" : (check.partly ? "在地块局部超出" : "超出");
  Text text;
  text.en = fmt::format("{} {} the limit of {}: {} {} against {} {}", what.en, verb_en, check.rule_id,
                        number(check.value), check.unit, number(check.limit), check.unit);
  text.zh = fmt::format("{}{}{} 的限值:{} {},限值 {} {}", what.zh, verb_zh, check.rule_id, number(check.value),
                        check.unit, number(check.limit), check.unit);
  if (check.confidence == Confidence::recalled && !check.confirmed) {
    text.en += " (limit recalled: check the official text)";
    text.zh += "(限值来自记忆,须核对标准原文)";
  }
  return text;
}

/// Largest and smallest value over a parcel, and where the largest is.
struct ParcelRisk {
  double largest = 0.0;
  double smallest = 0.0;
  Point worst;
};

ParcelRisk over_parcel(const RiskModel& risk, const std::vector<Point>& places, const std::vector<std::size_t>& units) {
  ParcelRisk result;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double value = risk.risk_at(places[i], units);
    if (i == 0 || value > result.largest) {
      result.largest = value;
      result.worst = places[i];
    }
    result.smallest = i == 0 ? value : std::min(result.smallest, value);
  }
  return result;
}

void set_value(ReviewCheck& check, double largest, double smallest) {
  check.value = largest;
  check.margin = check.limit - largest;
  check.passed = !exceeds(largest, check.limit);
  check.partly = !check.passed && !exceeds(smallest, check.limit);
}

void name_contributors(const Review& context, ReviewCheck& check, Point worst, const std::vector<std::size_t>& units) {
  if (!(check.value > 0.0)) return;
  for (const auto& contribution : context.assessment.risk.contributions(worst, units, kContributors)) {
    check.contributors.push_back({context.study.units[contribution.unit].id, contribution.risk_per_year / check.value});
  }
  if (!check.contributors.empty()) check.governing_unit = check.contributors.front().unit_id;
}

ReviewCheck risk_check(const Review& context, const LimitTable& table, TargetClass target_class,
                       const std::vector<Point>& places, const std::string& subject,
                       const std::vector<std::size_t>& units) {
  ReviewCheck check = against(table, target_class, context.study.criteria);
  check.subject = subject;
  const ParcelRisk value = over_parcel(context.assessment.risk, places, units);
  set_value(check, value.largest, value.smallest);
  name_contributors(context, check, value.worst, units);
  if (check.value > 0.0) check.codes = codes_of(context.assessment.warnings, units);
  check.text = sentence(
      check, {fmt::format("the individual risk from '{}'", subject), fmt::format("企业“{}”造成的个人风险", subject)});
  return check;
}

/// Per enterprise: all its units on the scale of what exists, its new units on the scale of what is new.
std::vector<ReviewCheck> enterprise_checks(const Review& context, TargetClass target_class,
                                           const std::vector<Point>& places) {
  const RulePack& rules = context.study.criteria.rules;
  std::vector<ReviewCheck> checks;
  for (const Enterprise& group : context.groups) {
    if (group.computed.size() > group.fresh.size()) {
      checks.push_back(
          risk_check(context, rules.individual_risk_existing, target_class, places, group.name, group.computed));
    }
    if (!group.fresh.empty()) {
      checks.push_back(risk_check(context, rules.individual_risk_new, target_class, places, group.name, group.fresh));
    }
  }
  return checks;
}

void keep_those_that_matter(std::vector<ReviewCheck>& checks, double decisive_share) {
  const auto closeness = [](const ReviewCheck& check) { return check.value / check.limit; };
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const ReviewCheck& a, const ReviewCheck& b) { return closeness(a) > closeness(b); });
  std::size_t kept = 0;
  while (kept < checks.size() && (kept == 0 || closeness(checks[kept]) >= decisive_share)) ++kept;
  checks.resize(kept);
  if (!checks.empty() && closeness(checks.front()) < decisive_share) checks.front().informative = true;
}

ReviewCheck cumulative_check(const Review& context, TargetClass target_class, const std::vector<Point>& places) {
  std::vector<std::size_t> all;
  for (const Enterprise& group : context.groups) all.insert(all.end(), group.computed.begin(), group.computed.end());
  std::sort(all.begin(), all.end());
  ReviewCheck check =
      risk_check(context, context.study.criteria.rules.individual_risk_existing, target_class, places, "*", all);
  check.rule_id = "sise.cumulative_individual_risk";
  check.informative = !context.study.criteria.cumulative_veto;
  check.text = sentence(check, {"the individual risk from all enterprises together", "所有企业叠加的个人风险"});
  return check;
}

double farthest_vertex_m(Point from, const Geometry& shape) {
  double farthest = 0.0;
  for (const Point& p : boundary_points(shape, std::numeric_limits<double>::max())) {
    farthest = std::max(farthest, std::hypot(p.x - from.x, p.y - from.y));
  }
  return farthest;
}

/// Overpressure of one charge on a shape: largest at the nearest point, smallest at the farthest vertex.
ReviewCheck charge_check(const Review& context, const Unit& unit, const UnitStatus& status, const Target& target) {
  const RulePack& rules = context.study.criteria.rules;
  ReviewCheck check = against(rules.overpressure, target.target_class, context.study.criteria);
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  const auto [from, to] = nearest_points(unit.geometry, target.geometry);
  const double nearest = std::max(std::hypot(to.x - from.x, to.y - from.y), 1e-3);
  const double farthest = std::max(farthest_vertex_m(from, target.geometry), nearest);
  const double tnt_kg = status.charge->tnt_kg;
  check.subject = unit.id;
  check.governing_unit = unit.id;
  check.contributors = {{unit.id, 1.0}};
  check.confidence = weakest(check.confidence, status.charge->confidence);
  set_value(check, overpressure_pa(curve, tnt_kg, nearest), overpressure_pa(curve, tnt_kg, farthest));
  check.codes = blast_warnings(curve, tnt_kg, nearest);
  check.text =
      sentence(check, {fmt::format("the overpressure of '{}' ({} kg TNT, {})", unit.id, number(tnt_kg), name_of(curve)),
                       fmt::format("单元“{}”({} kg TNT,{})的冲击波超压", unit.id, number(tnt_kg), name_of(curve))});
  return check;
}

std::vector<ReviewCheck> overpressure_checks(const Review& context, const Target& target) {
  std::vector<ReviewCheck> checks;
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const Unit& unit = context.study.units[i];
    const UnitStatus& status = context.assessment.statuses[i];
    if (status.explosive && status.charge) checks.push_back(charge_check(context, unit, status, target));
  }
  return checks;
}

/// Units near the parcel that could not be computed: they may not count as harmless.
std::vector<ReviewCheck> incomplete_checks(const Review& context, const Geometry& parcel) {
  std::vector<ReviewCheck> checks;
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const UnitStatus& status = context.assessment.statuses[i];
    if (status.missing.empty()) continue;
    const Unit& unit = context.study.units[i];
    const double distance = distance_m(unit.geometry, parcel);
    if (distance > context.study.criteria.incomplete_radius_m) continue;
    ReviewCheck check;
    check.rule_id = "sise.incomplete_data";
    check.source = "incomplete_radius_m of the project";
    check.confidence = Confidence::seen;
    check.subject = unit.id;
    check.governing_unit = unit.id;
    check.quantity = "distance_m";
    check.unit = "m";
    check.value = distance;
    check.passed = false;
    check.text = {
        fmt::format("unit '{}' is {:.0f} m away and could not be computed: {}", unit.id, distance,
                    status.missing.front().text.en),
        fmt::format("单元“{}”距地块 {:.0f} m 且未能计算:{}", unit.id, distance, status.missing.front().text.zh)};
    checks.push_back(std::move(check));
  }
  return checks;
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Decision review_development(const Review& context, const Target& target) {
  const std::vector<Point> places = places_on(target.geometry, context.study.grid, kEdgeSpacing_m);
  Decision decision;
  decision.id = target.id;
  std::vector<ReviewCheck> by_enterprise = enterprise_checks(context, target.target_class, places);
  keep_those_that_matter(by_enterprise, kDecisiveRiskShare);
  append(decision.checks, std::move(by_enterprise));
  std::vector<ReviewCheck> by_charge = overpressure_checks(context, target);
  keep_those_that_matter(by_charge, kDecisivePressureShare);
  append(decision.checks, std::move(by_charge));
  if (context.groups.size() > 1) decision.checks.push_back(cumulative_check(context, target.target_class, places));
  append(decision.checks, incomplete_checks(context, target.geometry));
  decide(decision);
  return decision;
}

ReviewCheck missing_data_check(const Unit& unit, const Missing& missing) {
  ReviewCheck check;
  check.rule_id = "sise.incomplete_data";
  check.source = "the proposal";
  check.confidence = Confidence::seen;
  check.subject = unit.id;
  check.governing_unit = unit.id;
  check.quantity = missing.code;
  check.passed = false;
  check.text = missing.text;
  return check;
}

/// A proposed unit: what can be said of its charge against every existing target, and what is missing.
Decision review_unit(const Review& context, const Unit& unit, const UnitStatus& status) {
  Decision decision;
  decision.id = unit.id;
  if (status.explosive && status.charge) {
    std::vector<ReviewCheck> checks;
    for (const Target& target : context.study.targets) {
      ReviewCheck check = charge_check(context, unit, status, target);
      check.subject = target.id;
      checks.push_back(std::move(check));
    }
    keep_those_that_matter(checks, kDecisivePressureShare);
    append(decision.checks, std::move(checks));
  }
  for (const Missing& missing : status.missing) decision.checks.push_back(missing_data_check(unit, missing));
  decide(decision);
  return decision;
}

UnitStatus status_of_proposal(const Study& study, const SubstanceTable& substances, const Unit& unit) {
  Study alone;
  alone.units = {unit};
  alone.scenarios = study.scenarios;
  return unit_statuses(alone, substances).front();
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 3> kNames{"allow", "conditional", "veto"};
  return kNames.at(static_cast<std::size_t>(verdict));
}

Text label_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::allow:
      return {"allow", "同意"};
    case Verdict::conditional:
      return {"conditional", "有条件"};
    case Verdict::veto:
      return {"veto", "一票否决"};
  }
  return {};
}

std::vector<Decision> review(const Assessment& assessment, const std::vector<Proposal>& proposals) {
  const Review context{assessment, assessment.study, enterprises(assessment.study, assessment.statuses)};
  std::vector<Decision> decisions;
  decisions.reserve(proposals.size());
  for (const Proposal& proposal : proposals) {
    decisions.push_back(proposal.kind == Proposal::Kind::unit
                            ? review_unit(context, proposal.unit,
                                          status_of_proposal(assessment.study, assessment.substances, proposal.unit))
                            : review_development(context, proposal.target));
  }
  return decisions;
}

}  // namespace sise
