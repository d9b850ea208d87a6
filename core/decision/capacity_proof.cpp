// The second run of a capacity: the units stand there, and every target is asked again.
#include <algorithm>
#include <span>

#include "core/criteria/limits.hpp"
#include "core/decision/bare_ground.hpp"
#include "core/decision/capacity.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr double kProofEdge_m = 1.0;

/// The risk at places: without the new units, with n and with n + 1 of them.
struct Trial {
  std::vector<double> before, with_n, with_next;

  /// `standing` holds the n + 1.
  Trial(const std::vector<Point>& places, const RiskModel& park, const std::vector<std::size_t>& units,
        const RiskModel& standing)
      : before(places.size()), with_n(places.size()), with_next(places.size()) {
    const std::span<const std::size_t> all = standing.all_units();
    park.risk_at(places, units, before);
    standing.risk_at(places, all.first(all.size() - 1), with_n);
    standing.risk_at(places, all.last(1), with_next);
    for (std::size_t p = 0; p < places.size(); ++p) {
      with_n[p] += before[p];
      with_next[p] += with_n[p];
    }
  }
};

/// Broken in some place by more units than there were, not by what stood there already.
bool breaks(const std::vector<double>& before, const std::vector<double>& with, double limit) {
  for (std::size_t p = 0; p < with.size(); ++p) {
    if (exceeds(with[p], limit) && exceeds(with[p], before[p])) return true;
  }
  return false;
}

struct TargetAnswer {
  bool broken_by_n = false;
  bool broken_by_next = false;
  double excess = 0.0;  ///< of n + 1, as a multiple of the limit
};

}  // namespace

CapacityProof prove_capacity(const Assessment& assessment, const Projection& projection, const ParkUnits& units,
                             const UnitType& type, Point place, std::size_t count, Progress* progress) {
  const Study& study = assessment.study;
  const Study standing = with_more(bare_ground(study), type, place, count + 1, "+");
  Assessment again(standing, assessment.substances, projection, &assessment.risk);
  again.risk.set_budget({assessment.risk.kernels().limit_bytes(), 0});
  again.risk.build_kernels(progress);
  Geometry there;
  there.points = {place};
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
        const auto judge = [&](const std::vector<Point>& places, const std::vector<std::size_t>& judged, double limit) {
          const Trial trial(places, assessment.risk, judged, again.risk);
          answer.broken_by_n |= breaks(trial.before, trial.with_n, limit);
          answer.broken_by_next |= breaks(trial.before, trial.with_next, limit);
          answer.excess =
              std::max(answer.excess, *std::max_element(trial.with_next.begin(), trial.with_next.end()) / limit);
        };
        if (distance_m(there, target.geometry) <= again.risk.reach_m(0)) {
          const std::vector<Point> places = places_on(target.geometry, study.grid, kProofEdge_m);
          judge(places, units.computed, rules.individual_risk_existing.of(target.target_class).value);
          judge(places, units.fresh, rules.individual_risk_new.of(target.target_class).value);
        }
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
