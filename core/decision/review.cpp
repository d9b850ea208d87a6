#include "core/decision/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/checks.hpp"
#include "core/decision/extend_list.hpp"
#include "core/decision/open_class.hpp"
#include "core/decision/rebuild.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/decision/societal_changes.hpp"
#include "core/decision/verdict.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

// A parcel's edge is walked at this spacing: the worst place of a smooth field is met within a fraction of a per cent.
constexpr double kEdgeSpacing_m = 1.0;
constexpr double kDecisiveRiskShare = decisive_risk_share;
constexpr double kDecisivePressureShare = decisive_pressure_share;

std::vector<std::size_t> computed_units(const std::vector<UnitStatus>& statuses) {
  std::vector<std::size_t> units;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    if (statuses[i].computed) units.push_back(i);
  }
  return units;
}

std::vector<std::size_t> new_among(const Study& study, std::vector<std::size_t> units) {
  std::erase_if(units, [&](std::size_t i) { return !counts_as_new(study, study.units[i]); });
  return units;
}

Geometry data_area(const FourColourMap& map, const GridSpec& grid) {
  if (!map.data_area().empty()) return as_geometry(map.data_area());
  const Bounds b = grid.bounds();
  return as_geometry(
      {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}});
}

Decision undecided(const Proposal& proposal, std::vector<Text> reasons) {
  Decision decision;
  decision.id = proposal.id();
  decision.verdict = decision.if_confirmed = Verdict::undecided;
  decision.reasons = std::move(reasons);
  return decision;
}

Decision faulty(const Proposal& proposal) {
  std::vector<Text> reasons;
  for (const Diagnostic& fault : proposal.faults) {
    const char* const lead_en = reasons.empty() ? "Not decided: " : "";
    const char* const lead_zh = reasons.empty() ? "未判定:" : "";
    reasons.push_back({lead_en + render(fault, Language::en), lead_zh + render(fault, Language::zh)});
  }
  return undecided(proposal, std::move(reasons));
}

Decision outside(const Proposal& proposal, double distance) {
  return undecided(proposal, {{fmt::format("Not decided: the place lies {:.0f} m outside the computed area.", distance),
                               fmt::format("未判定:地块在计算范围之外 {:.0f} m。", distance)}});
}

void take_class(Decision& decision, const Target& target) {
  if (target.is_protected) decision.target_class = target.target_class;
  decision.class_basis = target.class_basis;
}

/// What the map shows on a shape, and the largest risk of all and of the new units there.
void take_map(Decision& decision, const ReviewContext& context, const Geometry& geometry,
              const std::vector<ParcelRisk>& risks) {
  const std::vector<Point> places = places_on(geometry, context.study.grid, context.study.grid.cell_m);
  MapThere there;
  bool first = true;
  for (const CellClass& colour : context.map.colours_at(places)) {
    there.colour = first ? colour : worse(there.colour, colour);
    first = false;
  }
  for (std::size_t g = 0; g < risks.size(); ++g) {
    if (context.groups[g].kind == RiskGroup::Kind::all_units) there.risk_per_year = risks[g].largest;
    if (context.groups[g].kind == RiskGroup::Kind::all_new_units) there.risk_new_per_year = risks[g].largest;
  }
  decision.map = there;
}

std::vector<ParcelRisk> risks_on(const ReviewContext& context, const Geometry& geometry) {
  return parcel_risks(context.assessment.risk, places_on(geometry, context.study.grid, kEdgeSpacing_m),
                      context.units_of_group);
}

/// Its people still count in societal risk, which is not judged here.
ReviewCheck people_check(const Target& target, double people) {
  ReviewCheck check;
  check.rule_id = "sise.societal_risk_not_judged";
  check.rule = {"societal risk", "社会风险"};
  check.clause = {"its people count in societal risk", "其人员计入社会风险"};
  check.source = target.class_basis.source;
  check.subject = target.id;
  check.quantity = "people";
  check.passed = false;
  check.text = {
      fmt::format("the place is no protected target ({}), but its {:.0f} people count in the societal risk of the "
                  "enterprises around, which is judged only where the project says where people are ([population]) and "
                  "its rules "
                  "have lines for it",
                  target.class_basis.how.en, people),
      fmt::format("该用地不属于防护目标({}),但其 {:.0f} "
                  "人计入周边企业的社会风险;项目给出人口分布([population])且规则含社会风险基准时方可判定",
                  target.class_basis.how.zh, people)};
  return check;
}

/// A parcel that sticks out of the computed area was judged on a part of itself only.
std::vector<ReviewCheck> outside_checks(const Geometry& data, const Target& target) {
  for (const Point& vertex : boundary_points(target.geometry, std::numeric_limits<double>::max())) {
    if (contains(data, vertex)) continue;
    ReviewCheck check;
    check.rule_id = "sise.incomplete_data";
    check.rule = {"incomplete data", "数据不完整"};
    check.clause = {"Sise's own rule: what could not be computed is never allowed",
                    "本程序规则:未能计算的不得视为允许"};
    check.source = "the project's area";
    check.subject = target.id;
    check.quantity = "outside_computed_area";
    check.passed = false;
    check.text = {"a part of the place lies outside the computed area", "地块部分位于计算范围之外"};
    return {check};
  }
  return {};
}

/// Of a use that nobody has named every class is asked about, from the strictest on.
Target judged(const Proposal& proposal) {
  Target target = proposal.target;
  if (proposal.use_open) {
    target.is_protected = true;
    target.target_class = TargetClass::high_sensitivity;
  }
  return target;
}

std::vector<ReviewCheck> checks_of_target(const ReviewContext& context, const Target& target,
                                          const std::vector<ParcelRisk>& risks, Decision& decision) {
  std::vector<ReviewCheck> checks = enterprise_checks(context, target, risks);
  keep_those_that_matter(checks, kDecisiveRiskShare, decision);
  std::vector<ReviewCheck> by_charge = overpressure_checks(context, target);
  keep_those_that_matter(by_charge, kDecisivePressureShare, decision);
  extend_list(checks, std::move(by_charge));
  extend_list(checks, cumulative_checks(context, target, risks));
  return checks;
}

Decision review_development(const ReviewContext& context, const Proposal& proposal) {
  const RulePack& rules = context.study.criteria.rules;
  const Target target = judged(proposal);
  Decision decision;
  decision.id = target.id;
  take_class(decision, proposal.target);
  decision.remarks = proposal.remarks;
  decision.checks = proposal.conditions;
  const std::vector<ParcelRisk> risks = risks_on(context, target.geometry);
  take_map(decision, context, target.geometry, risks);
  if (target.is_protected) {
    std::vector<ReviewCheck> checks = checks_of_target(context, target, risks, decision);
    if (proposal.open_class) settle_open_class(checks, rules, *proposal.open_class, target.one_building);
    if (proposal.use_open) decision.checks.push_back(what_may_stand(checks, rules, target));
    std::vector<ReviewCheck> by_height = height_checks(context, target, checks);
    extend_list(decision.checks, std::move(checks));
    extend_list(decision.checks, std::move(by_height));
    extend_list(decision.checks, incomplete_checks(context, target.geometry));
    extend_list(decision.checks, outside_checks(context.data, target));
  } else if (const double people = people_of(proposal); people > 0.0) {
    decision.checks.push_back(people_check(target, people));
  }
  decide(decision);
  return decision;
}

ReviewCheck no_targets(const Unit& unit) {
  ReviewCheck check;
  check.rule_id = "sise.incomplete_data";
  check.rule = {"incomplete data", "数据不完整"};
  check.clause = {"Sise's own rule: what could not be computed is never allowed", "本程序规则:未能计算的不得视为允许"};
  check.source = "the project's targets";
  check.subject = unit.id;
  check.quantity = "targets";
  check.passed = false;
  check.text = {"the project names no protected targets: there is nobody to judge it by",
                "项目未给出防护目标: 无从判定"};
  return check;
}

/// A proposed unit: what its accidents and its charge do to every existing target, and what is missing.
Decision review_unit(const ReviewContext& context, const Proposal& proposal) {
  const Unit& unit = proposal.unit;
  const UnitStatus status = status_of_proposal(context, proposal);
  Decision decision;
  decision.id = unit.id;
  decision.remarks = proposal.remarks;
  decision.checks = proposal.conditions;
  take_map(decision, context, unit.geometry, risks_on(context, unit.geometry));
  extend_list(decision.checks, checks_of_unit(context, proposal, status, context.study.targets, decision));
  if (proposal.maker != nullptr && status.computed) decision.remarks.push_back(how_made(*proposal.maker->of(unit)));
  extend_list(decision.checks, missing_data_checks(context, unit, status));
  const auto is_protected = [](const Target& target) { return target.is_protected; };
  if (std::none_of(context.study.targets.begin(), context.study.targets.end(), is_protected))
    decision.checks.push_back(no_targets(unit));
  decide(decision);
  return decision;
}

}  // namespace

UnitStatus status_of_proposal(const ReviewContext& context, const Proposal& proposal) {
  if (proposal.maker != nullptr) return proposal.maker->of(proposal.unit)->status();
  Study alone;
  alone.units = {proposal.unit};
  alone.scenarios = context.study.scenarios;
  return unit_statuses(alone, context.assessment.substances).front();
}

std::vector<ReviewCheck> checks_of_unit(const ReviewContext& context, const Proposal& proposal,
                                        const UnitStatus& status, const std::vector<Target>& targets,
                                        Decision& decision) {
  const Unit& unit = proposal.unit;
  if (exclusion_for(context.study.criteria.rules, unit.kind, unit.sector) != nullptr) return {};
  std::vector<ReviewCheck> checks;
  if (proposal.maker != nullptr && status.computed) {
    checks = own_risk_checks(context, proposal, targets);
    keep_those_that_matter(checks, kDecisiveRiskShare, decision);
  }
  if (status.explosive && status.charge) {
    std::vector<ReviewCheck> by_charge = own_charge_checks(context, unit, status, targets);
    keep_those_that_matter(by_charge, kDecisivePressureShare, decision);
    extend_list(checks, std::move(by_charge));
  }
  if (!proposal.replaces.empty()) judge_rebuild(context, proposal, status, targets, checks, decision);
  return checks;
}

Decision decision_on(const ReviewContext& context, const Proposal& proposal) {
  if (!proposal.faults.empty()) return faulty(proposal);
  const double beyond = distance_m(context.data, proposal.geometry());
  if (beyond > 0.0) return outside(proposal, beyond);
  if (proposal.kind == Proposal::Kind::development) return review_development(context, proposal);
  return review_unit(context, proposal);
}

ParcelRisk risk_on(const ReviewContext& context, const Geometry& geometry, std::size_t group) {
  return parcel_risks(context.assessment.risk, places_on(geometry, context.study.grid, kEdgeSpacing_m),
                      {context.units_of_group[group]})
      .front();
}

ReviewContext::ReviewContext(const Assessment& of, const WarningBrackets& warning_brackets,
                             std::set<std::size_t> without)
    : assessment(of),
      study(of.study),
      brackets(warning_brackets),
      closed(std::move(without)),
      basis(risk_basis(of.study, of.substances)),
      map(of),
      data(data_area(map, of.study.grid)) {
  const RulePack& rules = study.criteria.rules;
  const auto add = [&](RiskGroup group, std::vector<std::size_t> units) {
    std::erase_if(units, [&](std::size_t unit) { return closed.contains(unit); });
    if (units.empty()) return;
    groups.push_back(std::move(group));
    units_of_group.push_back(std::move(units));
  };
  for (const Enterprise& one : enterprises(study, of.statuses)) {
    if (one.computed.size() > one.fresh.size())
      add({RiskGroup::Kind::enterprise, &rules.individual_risk_existing, one.name}, one.computed);
    add({RiskGroup::Kind::enterprise, &rules.individual_risk_new, one.name}, one.fresh);
  }
  const std::vector<std::size_t> computed = computed_units(of.statuses);
  add({RiskGroup::Kind::all_units, &rules.individual_risk_existing, {}}, computed);
  add({RiskGroup::Kind::all_new_units, &rules.individual_risk_new, {}}, new_among(study, computed));
}

ReviewCheck check_against(const LimitTable& table, const Target& target, const Criteria& criteria) {
  const Limit& limit = table.of(target.target_class);
  ReviewCheck check;
  check.rule_id = table.rule_id;
  check.rule = table.title;
  check.clause = table.clause;
  check.source = limit.source;
  check.rests_on = {limit_link(table, target.target_class, criteria)};
  extend(check.rests_on, class_links(target, criteria));
  check.quantity = table.quantity;
  check.unit = table.unit;
  check.limit = limit.value;
  check.assumed_class = target.class_assumed;
  return check;
}

void set_value(ReviewCheck& check, double largest, double smallest, const Target& target) {
  check.value = largest;
  check.smallest = smallest;
  check.margin = check.limit - largest;
  check.passed = !exceeds(largest, check.limit);
  check.partly = !check.passed && !target.one_building && !exceeds(smallest, check.limit);
}

Text at_target(const Target& target) {
  const bool named = !target.name.empty() && target.name != target.id;
  return {"at target '" + target.id + "'" + (named ? " (" + target.name + ")" : ""),
          "在防护目标“" + target.id + "”" + (named ? "(" + target.name + ")" : "") + "处"};
}

Text sentence(const ReviewCheck& check, const Text& what, TargetClass target_class) {
  const Compared words = compared(check.value, check.limit, check.unit);
  const Text label = label_of(target_class);
  return {fmt::format("{} is {}, {} ({} for {}; {}, {} [{}])", what.en, words.value.en, words.ratio.en, words.limit.en,
                      label.en, check.rule.en, check.clause.en, check.rule_id),
          fmt::format("{}为{},{}({}限值{};{},{}〔{}〕)", what.zh, set_off(words.value.zh), words.ratio.zh, label.zh,
                      set_off(words.limit.zh), check.rule.zh, check.clause.zh, check.rule_id)};
}

void keep_those_that_matter(std::vector<ReviewCheck>& checks, double decisive_share, Decision& decision) {
  const auto closeness = [](const ReviewCheck& check) { return check.value / check.limit; };
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const ReviewCheck& a, const ReviewCheck& b) { return closeness(a) > closeness(b); });
  std::size_t kept = 0;
  while (kept < checks.size() && (kept == 0 || closeness(checks[kept]) >= decisive_share)) ++kept;
  decision.unlisted_checks += checks.size() - kept;
  if (kept < checks.size())
    decision.nearest_unlisted_share = std::max(decision.nearest_unlisted_share, closeness(checks[kept]));
  checks.resize(kept);
  if (!checks.empty() && closeness(checks.front()) < decisive_share) checks.front().informative = true;
}

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 4> kNames{"allow", "conditional", "veto", "undecided"};
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
    case Verdict::undecided:
      return {"undecided", "未判定"};
  }
  return {};
}

std::vector<Decision> review(const Assessment& assessment, const std::vector<Proposal>& proposals,
                             const WarningBrackets& brackets, Progress* progress) {
  const ReviewContext context(assessment, brackets);
  std::vector<Decision> decisions(proposals.size());
  parallel_for(
      static_cast<std::int64_t>(proposals.size()),
      [&](std::int64_t p) {
        const auto i = static_cast<std::size_t>(p);
        decisions[i] = decision_on(context, proposals[i]);
      },
      progress, "review");
  return decisions;
}

}  // namespace sise
