// Individual risk of a proposal's place: enterprise by enterprise, and all together.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "core/criteria/limits.hpp"
#include "core/decision/checks.hpp"
#include "core/decision/mixing_check.hpp"
#include "core/decision/open_values_check.hpp"
#include "core/decision/risk_basis.hpp"

namespace sise {
namespace {

constexpr std::size_t kContributors = 3;

/// Names the largest contributors, and takes up what the risk of those that move the result rests on.
void name_contributors(const ReviewContext& context, ReviewCheck& check, Point worst,
                       const std::vector<std::size_t>& units) {
  if (!(check.value > 0.0)) return;
  for (const auto& contribution : context.assessment.risk.contributions(worst, units, units.size())) {
    if (check.contributors.size() < kContributors) {
      check.contributors.push_back(
          {context.study.units[contribution.unit].id, contribution.risk_per_year / check.value});
    }
    if (contribution.risk_per_year >= kMovingShare * check.limit)
      extend(check.rests_on, context.basis[contribution.unit]);
  }
  if (!check.contributors.empty()) check.governing_unit = check.contributors.front().unit_id;
}

}  // namespace

double bracketed_risk(const ReviewContext& context, Point place, const std::vector<std::size_t>& units) {
  const RiskModel& risk = context.assessment.risk;
  double sum = 0.0;
  for (const std::size_t unit : units) {
    const std::optional<double> factor = context.brackets.reach_factor(context.assessment.warnings.at(unit));
    if (!factor) return std::numeric_limits<double>::quiet_NaN();
    sum += risk.risk_reaching(unit, place, *factor);
    if (context.brackets.both_ways(context.assessment.warnings.at(unit))) sum += risk.may_be_off(unit, place);
  }
  return sum;
}

double least_risk(const Assessment& assessment, const WarningBrackets& brackets, std::size_t unit, Point place) {
  const std::vector<std::string>& codes = assessment.warnings.at(unit);
  const std::optional<double> factor = brackets.reach_factor(codes);
  if (!factor) return std::numeric_limits<double>::quiet_NaN();
  const double near = assessment.risk.risk_reaching(unit, place, 1.0 / *factor);
  return brackets.both_ways(codes) ? std::max(0.0, near - assessment.risk.may_be_off(unit, place)) : near;
}

double least_risk(const ReviewContext& context, Point place, const std::vector<std::size_t>& units) {
  double sum = 0.0;
  for (const std::size_t unit : units) sum += least_risk(context.assessment, context.brackets, unit, place);
  return sum;
}

void set_low(ReviewCheck& check, double low) {
  if (!check.passed && !check.codes.empty()) check.low = std::min(low, check.value);
}

void set_bracket(ReviewCheck& check, double bracket) {
  if (check.passed && !check.codes.empty()) check.bracket = std::max(bracket, check.value);
}

namespace {

ReviewCheck risk_check(const ReviewContext& context, std::size_t group, const Target& target, const ParcelRisk& value) {
  const std::vector<std::size_t>& units = context.units_of_group[group];
  ReviewCheck check = check_against(*context.groups[group].table, target, context.study.criteria);
  set_value(check, value.largest, value.smallest, target);
  name_contributors(context, check, value.worst, units);
  if (check.value > 0.0) check.codes = codes_of(context.assessment.warnings, units);
  if (check.passed && !check.codes.empty()) set_bracket(check, bracketed_risk(context, value.worst, units));
  if (!check.passed) set_low(check, least_risk(context, value.worst, units));
  const bool decides =
      context.groups[group].kind == RiskGroup::Kind::enterprise || context.study.criteria.cumulative_veto;
  if (!decides) return check;
  if (mixing_may_matter(check))
    ask_mixing(check, mixed_risks(context.assessment, context.brackets, value.worst, units));
  ask_open_values(check, open_risks(context, value.worst, units));
  return check;
}

ReviewCheck enterprise_check(const ReviewContext& context, std::size_t group, const Target& target,
                             const ParcelRisk& value) {
  ReviewCheck check = risk_check(context, group, target, value);
  check.subject = context.groups[group].enterprise;
  check.text = sentence(check,
                        {fmt::format("the individual risk from enterprise '{}' alone", check.subject),
                         fmt::format("企业“{}”单独造成的个人风险", check.subject)},
                        target.target_class);
  return check;
}

/// Which of the two tests counts stands in the sentence.
void say_whether_it_counts(ReviewCheck& check, const Criteria& criteria) {
  check.informative = !criteria.cumulative_veto;
  if (check.informative) {
    check.text.en += " (for information: the legal test is per enterprise)";
    check.text.zh += "(仅供参考:法定判定按单个企业)";
  } else {
    check.text.en += " (the sum decides by the project's own rule)";
    check.text.zh += "(项目规定累计风险一票否决)";
  }
}

ReviewCheck cumulative_check(const ReviewContext& context, std::size_t group, const Target& target,
                             const ParcelRisk& value) {
  const bool fresh = context.groups[group].kind == RiskGroup::Kind::all_new_units;
  ReviewCheck check = risk_check(context, group, target, value);
  check.subject = "*";
  check.rule_id = fresh ? "sise.cumulative_individual_risk.new" : "sise.cumulative_individual_risk";
  check.text = sentence(check,
                        fresh ? Text{"the individual risk from all new units together", "所有新建单元叠加的个人风险"}
                              : Text{"the individual risk from all enterprises together", "所有企业叠加的个人风险"},
                        target.target_class);
  say_whether_it_counts(check, context.study.criteria);
  return check;
}

}  // namespace

std::vector<ReviewCheck> enterprise_checks(const ReviewContext& context, const Target& target,
                                           const std::vector<ParcelRisk>& risks) {
  const auto limit = [&](std::size_t g) { return context.groups[g].table->of(target.target_class).value; };
  std::vector<std::size_t> enterprises;
  for (std::size_t g = 0; g < context.groups.size(); ++g) {
    if (context.groups[g].kind == RiskGroup::Kind::enterprise) enterprises.push_back(g);
  }
  const auto closest = std::max_element(enterprises.begin(), enterprises.end(), [&](std::size_t a, std::size_t b) {
    return risks[a].largest / limit(a) < risks[b].largest / limit(b);
  });
  std::vector<ReviewCheck> checks;
  checks.reserve(enterprises.size());
  for (const std::size_t g : enterprises) {
    if (g == *closest || risks[g].largest >= decisive_risk_share * limit(g)) {
      checks.push_back(enterprise_check(context, g, target, risks[g]));
    } else {
      ReviewCheck& bare = checks.emplace_back();
      bare.value = risks[g].largest;
      bare.limit = limit(g);
    }
  }
  return checks;
}

std::vector<ReviewCheck> cumulative_checks(const ReviewContext& context, const Target& target,
                                           const std::vector<ParcelRisk>& risks) {
  std::vector<ReviewCheck> checks;
  for (std::size_t g = 0; g < context.groups.size(); ++g) {
    if (context.groups[g].kind != RiskGroup::Kind::enterprise)
      checks.push_back(cumulative_check(context, g, target, risks[g]));
  }
  return checks;
}

}  // namespace sise
