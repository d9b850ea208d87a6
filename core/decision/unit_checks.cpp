// What a proposed unit does to the protected targets around it.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include "core/criteria/confidence_words.hpp"
#include "core/criteria/limits.hpp"
#include "core/decision/checks.hpp"
#include "core/decision/extend_list.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/mixing_check.hpp"
#include "core/decision/open_values_check.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/decision/risk_together.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"

namespace sise {
namespace {

constexpr double kEdge_m = 1.0;

/// As bracketed_risk() of units that stand.
double bracket_of(const ReviewContext& context, const RiskTogether& risk, const ProposedUnit& own, Point place,
                  const std::vector<std::size_t>& others) {
  const std::optional<double> factor = context.brackets.reach_factor(own.warnings());
  if (!factor) return std::numeric_limits<double>::quiet_NaN();
  const double off = context.brackets.both_ways(own.warnings()) ? risk.own_off(place) : 0.0;
  return risk.own_reaching(place, *factor) + off + bracketed_risk(context, place, others);
}

/// Who stands beside it in a check.
struct Beside {
  const LimitTable* table = nullptr;
  std::vector<std::size_t> units;
  Text who;  ///< "the individual risk from 'P3' alone"
};

void name_parts(const ReviewContext& context, const Unit& unit, const ProposedUnit& own, const RiskTogether& risk,
                Point worst, const Beside& beside, ReviewCheck& check) {
  constexpr std::size_t kContributors = 3;
  check.governing_unit = unit.id;
  if (!(check.value > 0.0)) return;
  const double share = beside.units.empty() ? 1.0 : std::min(1.0, risk.own_at(worst) / check.value);
  check.contributors = {{unit.id, share}};
  if (share * check.value >= kMovingShare * check.limit) extend(check.rests_on, own.basis());
  for (const Contribution& other : context.assessment.risk.contributions(worst, beside.units, beside.units.size())) {
    check.contributors.push_back({context.study.units[other.unit].id, other.risk_per_year / check.value});
    if (other.risk_per_year >= kMovingShare * check.limit) extend(check.rests_on, context.basis[other.unit]);
  }
  std::stable_sort(check.contributors.begin(), check.contributors.end(),
                   [](const Contributor& a, const Contributor& b) { return a.share > b.share; });
  if (check.contributors.size() > kContributors) check.contributors.resize(kContributors);
  check.governing_unit = check.contributors.front().unit_id;
}

/// The proposed unit's share and those beside it, each with what it may be.
std::vector<OpenRisk> open_risks_of(const ReviewContext& context, const Unit& unit, const ProposedUnit& own,
                                    const GeneratedEnds* ends, double own_risk, Point place,
                                    const std::vector<std::size_t>& others) {
  std::vector<OpenRisk> risks = open_risks(context, place, others);
  OpenRisk& mine = risks.emplace_back();
  mine.risk_per_year = own_risk;
  mine.open = ends != nullptr && !stands(own.basis());
  const auto risks_at = [&context, &unit, ends, place](DataEnd end) {
    std::vector<double> all;
    for (const auto& made : ends->at(unit, end)) all.push_back(RiskTogether(context, unit, *made).own_at(place));
    return all;
  };
  mine.least = [risks_at] {
    const std::vector<double> all = risks_at(DataEnd::milder);
    return *std::min_element(all.begin(), all.end());
  };
  mine.most = [risks_at] {
    const std::vector<double> all = risks_at(DataEnd::stricter);
    return *std::max_element(all.begin(), all.end());
  };
  return risks;
}

std::vector<MixedRisk> mixed_risks_of(const ReviewContext& context, const RiskTogether& risk, const ProposedUnit& own,
                                      Point place, const std::vector<std::size_t>& others) {
  std::vector<MixedRisk> risks = mixed_risks(own.assessment(), context.brackets, risk.where_made(place), {0});
  extend_list(risks, mixed_risks(context.assessment, context.brackets, place, others));
  return risks;
}

ReviewCheck risk_check_of(const ReviewContext& context, const Unit& unit, const ProposedUnit& own,
                          const GeneratedEnds* ends, const RiskTogether& risk, const ParcelRisk& value,
                          const Target& target, const Beside& beside) {
  ReviewCheck check = check_against(*beside.table, target, context.study.criteria);
  check.subject = target.id;
  set_value(check, value.largest, value.smallest, target);
  name_parts(context, unit, own, risk, value.worst, beside, check);
  if (check.value > 0.0) {
    check.codes = codes_of(context.assessment.warnings, beside.units);
    for (const std::string& code : own.warnings()) {
      if (std::find(check.codes.begin(), check.codes.end(), code) == check.codes.end()) check.codes.push_back(code);
    }
  }
  if (check.passed && !check.codes.empty())
    set_bracket(check, bracket_of(context, risk, own, value.worst, beside.units));
  if (!check.passed)
    set_low(check, risk.own_least(context.brackets, value.worst) + least_risk(context, value.worst, beside.units));
  if (mixing_may_matter(check)) ask_mixing(check, mixed_risks_of(context, risk, own, value.worst, beside.units));
  ask_open_values(check, open_risks_of(context, unit, own, ends, risk.own_at(value.worst), value.worst, beside.units));
  const Text where = at_target(target);
  check.text = sentence(check, {beside.who.en + " " + where.en, beside.who.zh + where.zh}, target.target_class);
  return check;
}

/// Too far from its limit to be listed.
ReviewCheck bare_check(const LimitTable& table, const Target& target, double value) {
  ReviewCheck check;
  check.value = value;
  check.limit = table.of(target.target_class).value;
  return check;
}

/// Without the units whose place the proposed one takes.
std::vector<std::size_t> that_stay(std::vector<std::size_t> units, const std::vector<std::size_t>& replaced) {
  std::erase_if(units,
                [&](std::size_t unit) { return std::find(replaced.begin(), replaced.end(), unit) != replaced.end(); });
  return units;
}

/// The units that are judged together with the proposed one: those of its enterprise, and all where the project says so.
std::vector<Beside> beside(const ReviewContext& context, const Unit& unit, const std::vector<std::size_t>& replaced) {
  std::vector<Beside> found;
  for (std::size_t g = 0; g < context.groups.size(); ++g) {
    const RiskGroup& group = context.groups[g];
    const bool enterprise =
        group.kind == RiskGroup::Kind::enterprise && !unit.enterprise.empty() && group.enterprise == unit.enterprise;
    if (enterprise) {
      found.push_back({group.table,
                       that_stay(context.units_of_group[g], replaced),
                       {fmt::format("the individual risk from enterprise '{}' with '{}'", unit.enterprise, unit.id),
                        fmt::format("企业“{}”连同“{}”造成的个人风险", unit.enterprise, unit.id)}});
    } else if (group.kind != RiskGroup::Kind::enterprise && context.study.criteria.cumulative_veto) {
      found.push_back({group.table,
                       that_stay(context.units_of_group[g], replaced),
                       {fmt::format("the individual risk from all enterprises together with '{}'", unit.id),
                        fmt::format("所有企业连同“{}”叠加的个人风险", unit.id)}});
    }
  }
  return found;
}

}  // namespace

std::vector<ReviewCheck> own_risk_checks(const ReviewContext& context, const Proposal& proposal,
                                         const std::vector<Target>& targets) {
  const Unit& unit = proposal.unit;
  const std::shared_ptr<const ProposedUnit> made = proposal.maker->of(unit);
  const ProposedUnit& own = *made;
  const GeneratedEnds* ends = proposal.maker->ends();
  const LimitTable& fresh = context.study.criteria.rules.individual_risk_new;
  const RiskTogether risk(context, unit, own);
  const Beside alone{
      &fresh,
      {},
      {fmt::format("the individual risk from '{}' alone", unit.id), fmt::format("“{}”单独造成的个人风险", unit.id)}};
  const std::vector<Beside> others = beside(context, unit, proposal.replaces);
  std::vector<ReviewCheck> checks;
  std::optional<ReviewCheck> nearest;  // listed where nothing matters
  for (const Target& target : targets) {
    if (!target.is_protected) continue;
    const std::vector<Point> places =
        risk.reaches(target.geometry) ? places_on(target.geometry, context.study.grid, kEdge_m) : std::vector<Point>{};
    const ParcelRisk own_risk = places.empty() ? ParcelRisk{} : risk.at(places, {});
    const double share = own_risk.largest / fresh.of(target.target_class).value;
    if (share < decisive_risk_share) {
      checks.push_back(bare_check(fresh, target, own_risk.largest));
      if (!nearest || share > nearest->value / nearest->limit)
        nearest = risk_check_of(context, unit, own, ends, risk, own_risk, target, alone);
      continue;
    }
    checks.push_back(risk_check_of(context, unit, own, ends, risk, own_risk, target, alone));
    for (const Beside& one : others)
      checks.push_back(risk_check_of(context, unit, own, ends, risk, risk.at(places, one.units), target, one));
  }
  if (!nearest) return checks;
  const bool all_bare =
      std::all_of(checks.begin(), checks.end(), [](const ReviewCheck& one) { return one.rule_id.empty(); });
  if (!all_bare) return checks;
  const auto same = std::find_if(checks.begin(), checks.end(), [&](const ReviewCheck& one) {
    return one.value == nearest->value && one.limit == nearest->limit;
  });
  *same = *nearest;
  return checks;
}

std::vector<ReviewCheck> own_charge_checks(const ReviewContext& context, const Unit& unit, const UnitStatus& status,
                                           const std::vector<Target>& targets) {
  std::vector<ReviewCheck> checks;
  for (const Target& target : targets) {
    if (!target.is_protected) continue;
    checks.push_back(charge_check(context, unit, status, target, at_target(target)));
    checks.back().subject = target.id;
  }
  return checks;
}

Text how_made(const ProposedUnit& own) {
  Text assumed;
  Confidence mark = Confidence::seen;
  for (const UsedDefault& one : own.trace().defaults) {
    mark = weakest(mark, one.confidence);
    const bool first = assumed.en.empty();
    assumed.en += fmt::format("{}{}: {:.4g}", first ? "" : "; ", one.text.en, one.value);
    assumed.zh += fmt::format("{}{}: {:.4g}", first ? "" : "; ", one.text.zh, one.value);
  }
  for (const GeneratorRemark& one : own.trace().remarks) {
    const bool first = assumed.en.empty();
    assumed.en += (first ? "" : "; ") + one.text.en;
    assumed.zh += (first ? "" : "; ") + one.text.zh;
  }
  const std::string pack = own.trace().cases.empty() ? "" : own.trace().cases.front().pack;
  const std::size_t count = own.scenario_count();
  Text text{fmt::format("{} follow{} from its record (frequencies: {})",
                        count == 1 ? "one scenario" : fmt::format("{} scenarios", count), count == 1 ? "s" : "", pack),
            fmt::format("由其记录生成 {} 条情景(频率: {})", count, pack)};
  if (!assumed.en.empty()) {
    text.en += fmt::format("; assumed where it says nothing ({}): {}", name_of(mark), assumed.en);
    text.zh += fmt::format(";未填写处的假定({}): {}", words_of(mark).zh, assumed.zh);
  }
  return text;
}

}  // namespace sise
