// Which enterprise, closed, halved or moved, gives most back? A study -> ranked measures, the first proven by a second run.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "core/decision/relief.hpp"
#include "core/decision/review.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/memory_plan.hpp"
#include "models/harm/people_vulnerability.hpp"

namespace sise {

struct RelocationRequest {
  std::vector<NewPlace> places;                 ///< where enterprises may go; empty: moving is not tried
  std::vector<Proposal> parcels;                ///< of a plan; empty: none is decided
  std::size_t prove = 3;                        ///< so many of the first are proven
  std::optional<PeopleVulnerability> people{};  ///< with it deaths to be expected are counted; needs a population
};

struct RelocationResult {
  std::vector<Enterprise> enterprises;
  ReliefSum now;
  std::vector<ReliefOption> options;  ///< ranked
  std::size_t parcels_breaking = 0;   ///< of the plan, now
};

/// Told before anything is computed, without the kernels of the runs that prove.
[[nodiscard]] ListsDemand relocation_demand(const Study& study, const RelocationRequest& request);

/// The whole district anew without the enterprise, with half its accidents, or with it at its new place: what is held
/// then, and which of the plan's parcels break no limit any more. Throws ModelError, Interrupted.
[[nodiscard]] RelocationResult relocation_run(const Assessment& assessment, const Projection& projection,
                                              const RelocationRequest& request, const WarningBrackets& brackets,
                                              Progress* progress);

}  // namespace sise
