#include "core/decision/distances.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "core/decision/enterprises.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/decision/separation_check.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/risk_search.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kEverywhere_m = std::numeric_limits<double>::infinity();

int group_of(const DistanceCheck& check) {
  if (check.shortfall_m > 0.0) return 0;
  return check.answered() ? 2 : 1;
}

double closeness(const DistanceCheck& check) { return check.answered() ? check.value / check.limit : 0.0; }

bool is_worse(const DistanceCheck& a, const DistanceCheck& b) {
  if (group_of(a) != group_of(b)) return group_of(a) < group_of(b);
  if (group_of(a) == 0 && a.shortfall_m != b.shortfall_m) return a.shortfall_m > b.shortfall_m;
  return closeness(a) > closeness(b);
}

/// Rows are long and many: they are put in order by where they stand, and moved once.
std::vector<DistanceCheck> worst_first(std::vector<std::vector<DistanceCheck>> parts) {
  std::vector<DistanceCheck*> order;
  for (std::vector<DistanceCheck>& part : parts) {
    for (DistanceCheck& check : part) order.push_back(&check);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const DistanceCheck* a, const DistanceCheck* b) { return is_worse(*a, *b); });
  std::vector<DistanceCheck> checks;
  checks.reserve(order.size());
  for (DistanceCheck* check : order) checks.push_back(std::move(*check));
  return checks;
}

/// How far a shape reaches from a point at most.
double extent_from(Point p, const Bounds& box) {
  return std::hypot(std::max(p.x - box.x_min, box.x_max - p.x), std::max(p.y - box.y_min, box.y_max - p.y));
}

/// The study's protected targets, and where the worst place of each is looked for.
class Targets {
 public:
  explicit Targets(const Study& study) : study_(study), places_(study.targets.size()) {
    for (std::size_t i = 0; i < study.targets.size(); ++i) {
      boxes_.push_back(bounds(study.targets[i].geometry));
      if (study.targets[i].is_protected) protected_.push_back(i);
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& all() const { return protected_; }
  [[nodiscard]] const Bounds& box(std::size_t target) const { return boxes_[target]; }

  /// Found when first asked for; every enterprise uses the same.
  [[nodiscard]] const std::vector<Point>& places(std::size_t target) const {
    constexpr double kEdgeSpacing_m = 1.0;
    Places& here = places_[target];
    std::call_once(here.found,
                   [&] { here.points = places_on(study_.targets[target].geometry, study_.grid, kEdgeSpacing_m); });
    return here.points;
  }

 private:
  struct Places {
    std::once_flag found;
    std::vector<Point> points;
  };
  const Study& study_;
  std::vector<Bounds> boxes_;
  std::vector<std::size_t> protected_;
  mutable std::deque<Places> places_;
};

/// All units of one enterprise against the targets in reach.
class EnterpriseCensus {
 public:
  EnterpriseCensus(const Assessment& assessment, const std::vector<Chain>& basis, const Targets& targets,
                   const Enterprise& enterprise, const Progress* progress)
      : assessment_(assessment),
        study_(assessment.study),
        basis_(basis),
        targets_(targets),
        enterprise_(enterprise),
        progress_(progress) {
    totals_.name = enterprise.name;
    totals_.units = enterprise.units.size();
  }

  void run() {
    for (const std::size_t unit : enterprise_.units) {
      const RuleForUnit rule = rule_for(study_.units[unit], assessment_.statuses[unit], study_.criteria.rules);
      if (rule.rule == DistanceRule::other_code) {
        checks_.push_back(other_code_check(study_.units[unit], *rule.exclusion));
        continue;
      }
      against_targets(unit, rule.rule);
    }
    for (DistanceCheck& check : checks_) check.enterprise = enterprise_.name;
  }

  [[nodiscard]] std::vector<DistanceCheck>& checks() { return checks_; }
  [[nodiscard]] EnterpriseSeparation& totals() { return totals_; }

 private:
  /// An enterprise is a long item: a person who interrupts is not kept waiting until it ends.
  void stop_if_told() const {
    if (progress_ != nullptr && progress_->cancelled()) throw Interrupted(SIGINT);
  }

  /// Nothing is known of it, or of a part of what it is judged with.
  [[nodiscard]] double unanswered_m(std::size_t unit, DistanceRule rule) const {
    if (rule == DistanceRule::overpressure)
      return assessment_.statuses[unit].charge ? 0.0 : assessment_.statuses[unit].unanswered_m;
    double farthest = 0.0;
    for (const std::size_t other : enterprise_.incomplete) {
      const double apart = distance_m(study_.units[unit].geometry, study_.units[other].geometry);
      farthest = std::max(farthest, apart + assessment_.statuses[other].unanswered_m);
    }
    return farthest;
  }

  /// What the rule that judges a unit may ask for, whatever the class of the target.
  struct Asked {
    double largest_m = 0.0;
    RequiredByClass by_charge{};           ///< of an explosive unit
    std::map<double, double> by_risk_m{};  ///< of the others: no place farther away has more than this limit
  };

  [[nodiscard]] Asked asked_of(std::size_t unit, DistanceRule rule) const {
    const RulePack& rules = study_.criteria.rules;
    Asked asked;
    if (rule == DistanceRule::overpressure) {
      const std::optional<ExplosiveCharge>& charge = assessment_.statuses[unit].charge;
      if (!charge) return asked;
      asked.by_charge = required_by_charge(rules, charge->tnt_kg);
      for (const auto& distance : asked.by_charge)
        asked.largest_m = std::max(asked.largest_m, distance.value_or(kEverywhere_m));
    } else if (!enterprise_.computed.empty()) {
      const Point centre = assessment_.risk.unit(unit).source;
      const double extent_m = extent_from(centre, bounds(study_.units[unit].geometry));
      for (const Limit& limit : risk_limits(rules, study_.units[unit]).by_class)
        asked.by_risk_m.try_emplace(limit.value, 0.0);
      double reach_m = kEverywhere_m;
      for (auto& [limit, within_m] : asked.by_risk_m) {  // rising: each begins where the one before ended
        reach_m = reach_above_m(assessment_.risk, enterprise_.computed, centre, limit, reach_m);
        within_m = reach_m + extent_m;
        asked.largest_m = std::max(asked.largest_m, within_m);
      }
    }
    return asked;
  }

  void against_targets(std::size_t unit, DistanceRule rule) {
    const Asked asked = asked_of(unit, rule);
    const double reach_m = std::max(asked.largest_m, unanswered_m(unit, rule));
    const Bounds box = bounds(study_.units[unit].geometry);
    const std::size_t before = checks_.size();
    std::optional<std::size_t> nearest;
    double nearest_m = kEverywhere_m;
    for (const std::size_t target : targets_.all()) {
      const double at_least_m = distance_m(box, targets_.box(target));
      if (at_least_m < nearest_m) {
        nearest = target;
        nearest_m = at_least_m;
      }
      if (at_least_m > reach_m) continue;
      stop_if_told();
      const Approach way = approach(study_.units[unit].geometry, study_.targets[target].geometry);
      if (way.actual_m <= reach_m) checks_.push_back(check(unit, rule, target, way, asked));
    }
    // What cannot be judged is told, however far everybody is.
    const bool silent = checks_.size() == before && nearest && !can_be_judged(unit, rule);
    if (silent) {
      const Approach way = approach(study_.units[unit].geometry, study_.targets[*nearest].geometry);
      checks_.push_back(check(unit, rule, *nearest, way, asked));
    }
    totals_.largest_required_m = std::max(totals_.largest_required_m, asked.largest_m);
    totals_.pairs_beyond += targets_.all().size() - (checks_.size() - before);
  }

  [[nodiscard]] bool can_be_judged(std::size_t unit, DistanceRule rule) const {
    return rule == DistanceRule::overpressure ? assessment_.statuses[unit].charge.has_value()
                                              : !enterprise_.computed.empty();
  }

  [[nodiscard]] DistanceCheck check(std::size_t unit, DistanceRule rule, std::size_t target, const Approach& way,
                                    const Asked& asked) {
    const Unit& of = study_.units[unit];
    const Target& at = study_.targets[target];
    if (rule == DistanceRule::overpressure)
      return overpressure_check(study_, assessment_.statuses[unit], of, at, way, asked.by_charge);
    const double limit = risk_limits(study_.criteria.rules, of).of(at.target_class).value;
    const auto within = asked.by_risk_m.find(limit);
    return risk_check(assessment_, basis_, enterprise_, of, at, way, risk_at(target),
                      within == asked.by_risk_m.end() ? 0.0 : within->second, reaches_m(limit));
  }

  /// Of units that may stand far apart; one alone has nothing between.
  const std::vector<double>& reaches_m(double limit) {
    const auto [found, added] = reaches_m_.try_emplace(limit);
    if (added && enterprise_.computed.size() > 1)
      found->second = share_reaches_m(assessment_.risk, enterprise_.computed, limit);
    return found->second;
  }

  /// Computed once and used by each unit of the enterprise.
  const RiskMaximum& risk_at(std::size_t target) {
    const auto [found, added] = risk_.try_emplace(target);
    if (added && !enterprise_.computed.empty())
      found->second = maximum_risk(assessment_.risk, enterprise_.computed, targets_.places(target));
    return found->second;
  }

  const Assessment& assessment_;
  const Study& study_;
  const std::vector<Chain>& basis_;
  const Targets& targets_;
  const Enterprise& enterprise_;
  const Progress* progress_;
  std::map<std::size_t, RiskMaximum> risk_;          ///< by target
  std::map<double, std::vector<double>> reaches_m_;  ///< by limit
  std::vector<DistanceCheck> checks_;
  EnterpriseSeparation totals_;
};

/// What the rows say in sum, the enterprise with the worst row first.
std::vector<EnterpriseSeparation> totals_of(const std::vector<DistanceCheck>& checks,
                                            std::vector<EnterpriseSeparation> enterprises) {
  std::map<std::string, std::size_t> by_name;
  for (std::size_t i = 0; i < enterprises.size(); ++i) by_name.emplace(enterprises[i].name, i);
  for (std::size_t row = 0; row < checks.size(); ++row) {
    const DistanceCheck& check = checks[row];
    EnterpriseSeparation& total = enterprises[by_name.at(check.enterprise)];
    if (!total.binding) total.binding = row;
    if (!check.target_id.empty()) ++total.pairs;
    if (!check.answered()) ++total.unanswered;
    if (check.shortfall_m > 0.0) {
      ++total.shortfalls;
      total.worst_shortfall_m = std::max(total.worst_shortfall_m, check.shortfall_m);
    }
  }
  constexpr std::size_t kLast = std::numeric_limits<std::size_t>::max();
  std::stable_sort(enterprises.begin(), enterprises.end(),
                   [&](const EnterpriseSeparation& a, const EnterpriseSeparation& b) {
                     return a.binding.value_or(kLast) < b.binding.value_or(kLast);
                   });
  return enterprises;
}

}  // namespace

RuleForUnit rule_for(const Unit& unit, const UnitStatus& status, const RulePack& rules) {
  if (const Exclusion* exclusion = exclusion_for(rules, unit.kind, unit.sector))
    return {DistanceRule::other_code, exclusion};
  return {status.explosive ? DistanceRule::overpressure : DistanceRule::individual_risk, nullptr};
}

SeparationCensus separation_census(const Assessment& assessment, Progress* progress) {
  const std::vector<Enterprise> groups = enterprises(assessment.study, assessment.statuses);
  const std::vector<Chain> basis = risk_basis(assessment.study, assessment.substances);
  const Targets targets(assessment.study);
  std::vector<std::vector<DistanceCheck>> parts(groups.size());
  std::vector<EnterpriseSeparation> totals(groups.size());
  parallel_for(
      static_cast<std::int64_t>(groups.size()),
      [&](std::int64_t g) {
        const auto i = static_cast<std::size_t>(g);
        EnterpriseCensus one(assessment, basis, targets, groups[i], progress);
        one.run();
        parts[i] = std::move(one.checks());
        totals[i] = std::move(one.totals());
      },
      progress, "distances");
  SeparationCensus census;
  census.checks = worst_first(std::move(parts));
  census.enterprises = totals_of(census.checks, std::move(totals));
  return census;
}

}  // namespace sise
