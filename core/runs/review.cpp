#include "core/runs/review.hpp"

#include <cstddef>

#include "core/decision/changed_units.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

ListsDemand review_demand(const std::vector<const Geometry*>& proposals, const GridSpec& grid,
                          const RiskDemand& second) {
  // Measured on 10,000 parcels among 500 units: the decision with its checks, and the feature that it becomes.
  constexpr std::int64_t kDecisionBytes = 64 << 10;
  return {places_asked(proposals, grid),
          static_cast<std::int64_t>(proposals.size()) * kDecisionBytes + second_run_bytes(second)};
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
