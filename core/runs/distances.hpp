// Which sites are closer to people than they may be? A study -> distances and domino pairs.
#pragma once
#include <cstdint>

#include "core/decision/distances.hpp"
#include "core/decision/domino.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/memory_plan.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

struct DistancesResult {
  SeparationCensus census;
  DominoScreening domino;
};

/// Told before anything is computed: the places of all targets, and as many rows as there are pairs within 2 km.
[[nodiscard]] ListsDemand distances_demand(const Study& study);

/// Throws InputError or ModelError when a scenario cannot be computed, Interrupted.
[[nodiscard]] DistancesResult distances_run(const Study& study, const SubstanceTable& substances,
                                            const Projection& projection, const DominoPack& domino_levels,
                                            Progress* progress);

/// As above, within the assessment's own budget.
[[nodiscard]] DistancesResult distances_run(const Assessment& assessment, const DominoPack& domino_levels,
                                            Progress* progress);

}  // namespace sise
