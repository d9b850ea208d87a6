// What a proposed unit does to the protected targets around it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include "core/accidents/source_point.hpp"
#include "core/criteria/limits.hpp"
#include "core/decision/checks.hpp"
#include "core/decision/extend_list.hpp"
#include "core/decision/generated_ends.hpp"
#include "core/decision/open_values_check.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"

namespace sise {
namespace {

constexpr double kEdge_m = 1.0;

/// The proposed unit's risk where it is to stand, together with that of units which stand there.
class RiskTogether {
 public:
  RiskTogether(const ReviewContext& context, const Unit& unit, const ProposedUnit& own)
      : around_(context.assessment.risk), own_(own), unit_(unit), source_(source_point(unit.geometry)) {
    shift_ = {own.source().x - source_.x, own.source().y - source_.y};
  }

  [[nodiscard]] bool reaches(const Geometry& shape) const {
    const Geometry from = unit_.geometry.lines.empty() ? Geometry{.points = {source_}} : unit_.geometry;
    return distance_m(from, shape) <= own_.risk().reach_m(0);
  }

  /// As if its accidents reached so many times as far.
  [[nodiscard]] double own_reaching(Point place, double factor) const {
    return own_.risk().risk_reaching(0, {place.x + shift_.x, place.y + shift_.y}, factor);
  }

  /// As least_risk() of units that stand.
  [[nodiscard]] double own_least(const WarningBrackets& brackets, Point place) const {
    return least_risk(own_.assessment(), brackets, 0, {place.x + shift_.x, place.y + shift_.y});
  }

  /// As RiskModel::may_be_off().
  [[nodiscard]] double own_off(Point place) const {
    return own_.risk().may_be_off(0, {place.x + shift_.x, place.y + shift_.y});
  }

  [[nodiscard]] double own_at(Point place) const {
    constexpr std::array<std::size_t, 1> kAlone{0};
    return own_.risk().risk_at({place.x + shift_.x, place.y + shift_.y}, kAlone);
  }

  [[nodiscard]] ParcelRisk at(const std::vector<Point>& places, const std::vector<std::size_t>& others) const {
    constexpr std::array<std::size_t, 1> kAlone{0};
    std::vector<double> there(places.size(), 0.0);
    if (!others.empty()) around_.risk_at(places, others, there);
    std::vector<Point> shifted;
    shifted.reserve(places.size());

    for (const Point& place : places) shifted.push_back({place.x + shift_.x, place.y + shift_.y});
    std::vector<double> own(places.size(), 0.0);
    own_.risk().risk_at(shifted, kAlone, own);
    ParcelRisk result;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const double here = there[i] + own[i];
      if (i == 0 || here > result.largest) {
        result.largest = here;
        result.worst = places[i];
      }
      result.smallest = i == 0 ? here : std::min(result.smallest, here);
    }
    return result;
  }

 private:
  const RiskModel& around_;
  const ProposedUnit& own_;
  const Unit& unit_;
  Point source_;
  Point shift_;  ///< to the place where the unit was made
};

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
  if (check.passed && !check.codes.empty()) check.bracket = bracket_of(context, risk, own, value.worst, beside.units);
  ask_open_values(check, open_risks_of(context, unit, own, ends, risk.own_at(value.worst), value.worst, beside.units));
  check.text = sentence(
      check, {beside.who.en + " at target '" + target.id + "'", beside.who.zh + "在防护目标“" + target.id + "”处"},
      target.target_class);
  const double others_least = least_risk(context, value.worst, beside.units);
  set_low(check, risk.own_least(context.brackets, value.worst) + others_least);
  return check;
}

/// Too far from its limit to be listed.
ReviewCheck bare_check(const LimitTable& table, const Target& target, double value) {
  ReviewCheck check;
  check.value = value;
  check.limit = table.of(target.target_class).value;
  return check;
}

/// The units that are judged together with the proposed one: those of its enterprise, and all where the project says so.
std::vector<Beside> beside(const ReviewContext& context, const Unit& unit) {
  std::vector<Beside> found;
  for (std::size_t g = 0; g < context.groups.size(); ++g) {
    const RiskGroup& group = context.groups[g];
    const bool enterprise =
        group.kind == RiskGroup::Kind::enterprise && !unit.enterprise.empty() && group.enterprise == unit.enterprise;
    if (enterprise) {
      found.push_back({group.table,
                       context.units_of_group[g],
                       {fmt::format("the individual risk from enterprise '{}' with '{}'", unit.enterprise, unit.id),
                        fmt::format("企业“{}”连同“{}”造成的个人风险", unit.enterprise, unit.id)}});
    } else if (group.kind != RiskGroup::Kind::enterprise && context.study.criteria.cumulative_veto) {
      found.push_back({group.table,
                       context.units_of_group[g],
                       {fmt::format("the individual risk from all enterprises together with '{}'", unit.id),
                        fmt::format("所有企业连同“{}”叠加的个人风险", unit.id)}});
    }
  }
  return found;
}

}  // namespace

std::vector<ReviewCheck> own_risk_checks(const ReviewContext& context, const Unit& unit, const ProposedUnits& maker,
                                         const std::vector<Target>& targets) {
  const std::shared_ptr<const ProposedUnit> made = maker.of(unit);
  const ProposedUnit& own = *made;
  const GeneratedEnds* ends = maker.ends();
  const LimitTable& fresh = context.study.criteria.rules.individual_risk_new;
  const RiskTogether risk(context, unit, own);
  const Beside alone{
      &fresh,
      {},
      {fmt::format("the individual risk from '{}' alone", unit.id), fmt::format("“{}”单独造成的个人风险", unit.id)}};
  const std::vector<Beside> others = beside(context, unit);
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
    ReviewCheck check = charge_check(context, unit, status, target);
    check.subject = target.id;
    check.text.en += " at target '" + target.id + "'";
    check.text.zh += ",防护目标“" + target.id + "”处";
    checks.push_back(std::move(check));
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
  Text text{fmt::format("{} scenarios follow from its record (frequencies: {})", own.scenario_count(), pack),
            fmt::format("由其记录生成 {} 条情景(频率: {})", own.scenario_count(), pack)};
  if (!assumed.en.empty()) {
    text.en += fmt::format("; assumed where it says nothing ({}): {}", name_of(mark), assumed.en);
    text.zh += fmt::format(";未填写处的假定 ({}): {}", name_of(mark), assumed.zh);
  }
  return text;
}

}  // namespace sise
