// May this be built here? A study and proposals -> decisions.
#pragma once
#include <vector>

#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/memory_plan.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Told before anything is computed: places are held for one proposal at a time, decisions by how many units stand around.
/// `second`: of the study's risk, where suggestions are wanted.
[[nodiscard]] ListsDemand review_demand(const std::vector<const Geometry*>& proposals, const Study& study,
                                        const RiskDemand& second = {});

/// One decision per proposal, in their order; a warning decides unless its bracket keeps the limit. Throws InputError or
/// ModelError when a scenario cannot be computed, Interrupted.
[[nodiscard]] std::vector<Decision> review_run(const Study& study, const SubstanceTable& substances,
                                               const Projection& projection, const std::vector<Proposal>& proposals,
                                               const WarningBrackets& brackets, Progress* progress);

/// As above, within the assessment's own budget.
[[nodiscard]] std::vector<Decision> review_run(const Assessment& assessment, const std::vector<Proposal>& proposals,
                                               const WarningBrackets& brackets, Progress* progress);

/// What would make each proposal pass that breaks a limit; every remedy is proven by a second review. Changes of existing units are
/// reviewed in a second run of the study, which takes as much memory for kernels as the first.
[[nodiscard]] std::vector<std::vector<Remedy>> remedies_run(const Assessment& assessment, const Projection& projection,
                                                            const std::vector<Proposal>& proposals,
                                                            const std::vector<Decision>& decisions,
                                                            const WarningBrackets& brackets, Progress* progress);

}  // namespace sise
