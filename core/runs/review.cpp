#include "core/runs/review.hpp"

#include <cstddef>

#include "core/decision/changed_units.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

ListsDemand review_demand(const std::vector<const Geometry*>& proposals, const Study& study, const RiskDemand& second) {
  // Measured on 400 parcels among 3 and 60 units: the decision with the feature that it becomes, and its checks of every unit
  // around it.
  constexpr std::int64_t kDecisionBytes = 5'000;
  constexpr std::int64_t kUnitBytes = 3'700;
  constexpr std::size_t kChangesOfADecision = 4;  // accidents of the unit that governs, each left out once
  return {places_asked(proposals, study.grid), static_cast<std::int64_t>(proposals.size()) * kDecisionBytes +
                                                   pairs_near(study.units, proposals) * kUnitBytes +
                                                   second_run_bytes(second, proposals.size() * kChangesOfADecision)};
}

std::vector<Decision> review_run(const Study& study, const SubstanceTable& substances, const Projection& projection,
                                 const std::vector<Proposal>& proposals, const WarningBrackets& brackets,
                                 Progress* progress) {
  return review_run(Assessment(study, substances, projection), proposals, brackets, progress);
}

std::vector<Decision> review_run(const Assessment& assessment, const std::vector<Proposal>& proposals,
                                 const WarningBrackets& brackets, Progress* progress) {
  assessment.risk.build_kernels(progress);
  for (const Proposal& proposal : proposals) {
    if (proposal.maker != nullptr && proposal.faults.empty()) (void)proposal.maker->of(proposal.unit, progress);
  }
  return review(assessment, proposals, brackets, progress);
}

std::vector<std::vector<Remedy>> remedies_run(const Assessment& assessment, const Projection& projection,
                                              const std::vector<Proposal>& proposals,
                                              const std::vector<Decision>& decisions, const WarningBrackets& brackets,
                                              Progress* progress) {
  std::vector<std::vector<Remedy>> remedies(proposals.size());
  parallel_for(
      static_cast<std::int64_t>(proposals.size()),
      [&](std::int64_t p) {
        const auto i = static_cast<std::size_t>(p);
        remedies[i] = remedies_for(assessment, proposals[i], decisions[i], brackets, progress);
      },
      progress, "remedies");
  const auto changed = remedies_by_changes(assessment, projection, proposals, decisions, brackets, progress);
  for (std::size_t i = 0; i < remedies.size(); ++i)
    remedies[i].insert(remedies[i].end(), changed[i].begin(), changed[i].end());
  return remedies;
}

}  // namespace sise
