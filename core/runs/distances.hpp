// Which sites are closer to people than they may be? A study -> distances and domino pairs.
#pragma once
#include <vector>

#include "core/decision/distances.hpp"
#include "core/decision/domino.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

struct DistancesResult {
  std::vector<DistanceCheck> checks;  ///< worst first
  DominoScreening domino;
};

/// Throws InputError or ModelError when a scenario cannot be computed, Interrupted.
[[nodiscard]] DistancesResult distances_run(const Study& study, const SubstanceTable& substances,
                                            const Projection& projection, const DominoPack& domino_levels,
                                            Progress* progress);

/// As above, within the assessment's own budget.
[[nodiscard]] DistancesResult distances_run(const Assessment& assessment, const DominoPack& domino_levels,
                                            Progress* progress);

}  // namespace sise
