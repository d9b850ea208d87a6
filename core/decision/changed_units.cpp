#include "core/decision/changed_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/decision/checks.hpp"
#include "core/decision/room.hpp"
#include "core/decision/three_digits.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"

namespace sise {
namespace {

constexpr std::size_t kMostChanges = 3;
constexpr double kTonne_kg = 1000.0;

std::vector<std::string> cases_of(const Study& study, const std::string& unit_id) {
  std::vector<std::string> cases;
  for (const Scenario& scenario : study.scenarios) {
    if (scenario.unit_id != unit_id) continue;
    if (std::find(cases.begin(), cases.end(), scenario.case_id) == cases.end()) cases.push_back(scenario.case_id);
  }
  return cases;
}

/// The largest inventory with which the charge keeps the limit at the target; none where its scenarios alone break it.
std::optional<double> largest_charge_inventory(const Assessment& assessment, std::size_t unit, const Target& target) {
  const RulePack& rules = assessment.study.criteria.rules;
  const UnitStatus& status = assessment.statuses[unit];
  const Unit& one = assessment.study.units[unit];
  if (!status.charge || status.charge->from_scenario || !one.inventory_kg) return std::nullopt;
  const double tnt_per_kg = *status.charge->by_inventory_kg / *one.inventory_kg;
  const double limit = rules.overpressure.of(target.target_class).value;
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  const Point from = nearest_points(one.geometry, target.geometry).first;
  const auto keeps = [&](double tnt_kg) {
    return !exceeds(pressure_on(target.geometry, from, tnt_kg, curve).pressure_pa, limit);
  };
  if (status.charge->by_scenarios_kg && !keeps(*status.charge->by_scenarios_kg)) return std::nullopt;
  constexpr double kFine = 0.002;
  constexpr double kLeastShare = 1e-6;
  double low = 0.0;
  double high = status.charge->tnt_kg;
  while (high - low > kFine * high && high > kLeastShare * status.charge->tnt_kg) {
    const double middle = 0.5 * (low + high);
    (keeps(middle) ? low : high) = middle;
  }
  if (!(low > 0.0)) return std::nullopt;
  return down_to_three_digits(low / tnt_per_kg / kTonne_kg) * kTonne_kg;
}

Remedy remedy_of(const UnitChange& change, const Study& study) {
  const Unit& unit = study.units[change.unit];
  Remedy remedy;
  remedy.unit_id = unit.id;
  if (change.without_case.empty()) {
    remedy.kind = Remedy::Kind::inventory;
    remedy.inventory_t = *change.inventory_kg / kTonne_kg;
    remedy.text = {fmt::format("unit '{}' holds no more than {:.4g} t", unit.id, remedy.inventory_t),
                   fmt::format("单元“{}”最大存量降至 {:.4g} t", unit.id, remedy.inventory_t)};
    return remedy;
  }
  remedy.kind = Remedy::Kind::without_case;
  remedy.case_id = change.without_case;
  remedy.text = {fmt::format("accident '{}' of unit '{}' is made impossible", change.without_case, unit.id),
                 fmt::format("消除单元“{}”的事故情景“{}”", unit.id, change.without_case)};
  return remedy;
}

}  // namespace

std::vector<UnitChange> changes_for(const Assessment& assessment, const Proposal& proposal, const Decision& decision) {
  std::vector<UnitChange> changes;
  const Study& study = assessment.study;
  if (proposal.kind == Proposal::Kind::unit || decision.verdict == Verdict::undecided) return changes;
  const auto add = [&](UnitChange change) {
    if (std::find(changes.begin(), changes.end(), change) == changes.end()) changes.push_back(std::move(change));
  };
  for (const ReviewCheck& check : decision.checks) {
    if (!breaks_its_limit(check) || check.governing_unit.empty()) continue;
    const auto unit = std::find_if(study.units.begin(), study.units.end(),
                                   [&](const Unit& u) { return u.id == check.governing_unit; });
    if (unit == study.units.end()) continue;
    const auto index = static_cast<std::size_t>(unit - study.units.begin());
    if (check.rule_id == study.criteria.rules.overpressure.rule_id) {
      const auto kg = largest_charge_inventory(assessment, index, proposal.target);
      if (kg) add({index, {}, kg});
      continue;
    }
    if (check.unit != study.criteria.rules.individual_risk_existing.unit) continue;
    const std::vector<std::string> cases = cases_of(study, unit->id);
    if (cases.size() < 2) continue;  // without its only accident it is closed: that is asked already
    for (const std::string& case_id : cases) add({index, case_id, std::nullopt});
  }
  return changes;
}

ChangedUnits::ChangedUnits(const Assessment& assessment, const Projection& projection, std::vector<UnitChange> changes)
    : changes_(std::move(changes)), study_(assessment.study), first_(assessment.study.units.size()) {
  const Study& before = assessment.study;
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    const UnitChange& change = changes_[i];
    Unit unit = before.units[change.unit];
    unit.enterprise = unit.enterprise_key();
    const std::string id = unit.id;
    unit.id += " (" + std::to_string(i + 1) + ")";
    if (change.inventory_kg) unit.inventory_kg = change.inventory_kg;
    for (const Scenario& scenario : before.scenarios) {
      if (scenario.unit_id != id || (!change.without_case.empty() && scenario.case_id == change.without_case)) continue;
      study_.scenarios.push_back(scenario);
      study_.scenarios.back().unit_id = unit.id;
    }
    study_.units.push_back(std::move(unit));
  }
  assessment_ = std::make_unique<Assessment>(study_, assessment.substances, projection);
  assessment_->open = assessment.open;
  assessment_->risk.set_budget({assessment.risk.kernels().limit_bytes(), 0});
}

std::vector<Decision> ChangedUnits::review_with(std::size_t change, const std::vector<const Proposal*>& proposals,
                                                const WarningBrackets& brackets, Progress* progress) const {
  std::set<std::size_t> closed{changes_[change].unit};
  for (std::size_t i = 0; i < changes_.size(); ++i) {
    if (i != change) closed.insert(first_ + i);
  }
  const ReviewContext context(*assessment_, brackets, std::move(closed));
  std::vector<Decision> decisions(proposals.size());
  parallel_for(
      static_cast<std::int64_t>(proposals.size()),
      [&](std::int64_t p) {
        decisions[static_cast<std::size_t>(p)] = decision_on(context, *proposals[static_cast<std::size_t>(p)]);
      },
      progress, "remedies");
  return decisions;
}

std::vector<std::vector<Remedy>> remedies_by_changes(const Assessment& assessment, const Projection& projection,
                                                     const std::vector<Proposal>& proposals,
                                                     const std::vector<Decision>& decisions,
                                                     const WarningBrackets& brackets, Progress* progress) {
  std::vector<std::vector<Remedy>> remedies(proposals.size());
  std::vector<UnitChange> changes;
  std::map<std::size_t, std::vector<std::size_t>> asks;  // by change, the proposals that ask for it
  for (std::size_t p = 0; p < proposals.size(); ++p) {
    for (const UnitChange& change : changes_for(assessment, proposals[p], decisions[p])) {
      const auto known = std::find(changes.begin(), changes.end(), change);
      asks[static_cast<std::size_t>(known - changes.begin())].push_back(p);
      if (known == changes.end()) changes.push_back(change);
    }
  }
  if (changes.empty()) return remedies;
  const ChangedUnits changed(assessment, projection, std::move(changes));
  const auto count = static_cast<double>(asks.size());
  double done = 0.0;
  for (const auto& [change, asking] : asks) {
    StagePart part(progress, done / count, (done + 1.0) / count);
    ++done;
    std::vector<const Proposal*> asked;
    for (const std::size_t p : asking) asked.push_back(&proposals[p]);
    const std::vector<Decision> again = changed.review_with(change, asked, brackets, &part);
    for (std::size_t i = 0; i < asking.size(); ++i) {
      std::vector<Remedy>& found = remedies[asking[i]];
      if (found.size() >= kMostChanges || again[i].verdict == Verdict::undecided || breaks_a_limit(again[i])) continue;
      found.push_back(proven(remedy_of(changed.changes()[change], assessment.study), again[i].verdict));
    }
  }
  return remedies;
}

}  // namespace sise
