// The second run of a capacity: the units stand there, and every target is asked again.
#include <algorithm>
#include <set>

#include "core/criteria/limits.hpp"
#include "core/decision/capacity.hpp"
#include "core/decision/parcel_risk.hpp"
#include "core/geometry/places.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr double kProofEdge_m = 1.0;

/// The park's computed units alone, with their scenarios and all targets.
Study park_alone(const Study& study, const ParkUnits& units) {
  Study park = study;
  park.units.clear();
  std::set<std::string> kept;
  for (const std::size_t i : units.computed) {
    park.units.push_back(study.units[i]);
    kept.insert(study.units[i].id);
  }
  std::erase_if(park.scenarios, [&](const Scenario& s) { return !kept.contains(s.unit_id); });
  park.contents.clear();
  park.not_generated.clear();
  park.population.reset();
  return park;
}

/// Groups of the second run: without the new units, with n, with n + 1; all units first, then the new ones alone.
struct Trial {
  std::vector<std::vector<std::size_t>> groups;
};

Trial trial_of(const Study& study, std::size_t before, std::size_t count) {
  Trial trial;
  for (const bool fresh : {false, true}) {
    for (const std::size_t more : {std::size_t{0}, count, count + 1}) {
      std::vector<std::size_t> group;
      for (std::size_t i = 0; i < before + more; ++i) {
        if (!fresh || study.units[i].is_new) group.push_back(i);
      }
      trial.groups.push_back(std::move(group));
    }
  }
  return trial;
}

/// Broken by more units than there were, not by what stood there already.
bool breaks(double before, double with, double limit) { return exceeds(with, limit) && exceeds(with, before); }

struct TargetAnswer {
  bool broken_by_n = false;
  bool broken_by_next = false;
  double excess = 0.0;  ///< of n + 1, as a multiple of the limit
};

}  // namespace

CapacityProof prove_capacity(const Assessment& assessment, const Projection& projection, const ParkUnits& units,
                             const UnitType& type, Point place, std::size_t count, Progress* progress) {
  const Study study = with_more(park_alone(assessment.study, units), type, place, count + 1, "+");
  Assessment again(study, assessment.substances, projection);
  again.risk.set_budget({assessment.risk.kernels().limit_bytes(), 0});
  again.risk.build_kernels(progress);
  const std::size_t before = units.computed.size();
  const Trial trial = trial_of(study, before, count);
  const RulePack& rules = study.criteria.rules;
  const UnitStatus& status = again.statuses.back();
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  std::vector<TargetAnswer> answers(study.targets.size());
  parallel_for(
      static_cast<std::int64_t>(study.targets.size()),
      [&](std::int64_t t) {
        const Target& target = study.targets[static_cast<std::size_t>(t)];
        TargetAnswer& answer = answers[static_cast<std::size_t>(t)];
        if (!target.is_protected) return;
        const auto risks = parcel_risks(again.risk, places_on(target.geometry, study.grid, kProofEdge_m), trial.groups);
        const auto judge = [&](std::size_t first, double limit) {
          answer.broken_by_n |= breaks(risks[first].largest, risks[first + 1].largest, limit);
          answer.broken_by_next |= breaks(risks[first].largest, risks[first + 2].largest, limit);
          answer.excess = std::max(answer.excess, risks[first + 2].largest / limit);
        };
        judge(0, rules.individual_risk_existing.of(target.target_class).value);
        judge(3, rules.individual_risk_new.of(target.target_class).value);
        if (!status.explosive || !status.charge) return;
        const double limit = rules.overpressure.of(target.target_class).value;
        const double pressure = pressure_on(target.geometry, place, status.charge->tnt_kg, curve).pressure_pa;
        if (!exceeds(pressure, limit)) return;
        answer.broken_by_n |= count > 0;
        answer.broken_by_next = true;
        answer.excess = std::max(answer.excess, pressure / limit);
      },
      progress, "proof");
  CapacityProof proof{true, std::nullopt};
  double worst = 0.0;
  for (std::size_t t = 0; t < answers.size(); ++t) {
    if (answers[t].broken_by_n) proof.passes = false;
    if (answers[t].broken_by_next && answers[t].excess > worst) {
      worst = answers[t].excess;
      proof.broken_by = t;
    }
  }
  return proof;
}

}  // namespace sise
