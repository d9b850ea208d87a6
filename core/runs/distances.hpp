// Which sites are closer to people than they may be? A study -> distances and domino pairs.
#pragma once
#include <cstdint>

#include "core/decision/distances.hpp"
#include "core/decision/domino.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

struct DistancesResult {
  SeparationCensus census;
  DominoScreening domino;
};

/// About how many pairs of a unit and a target a census lists, told before anything is computed: those within 2 km.
[[nodiscard]] std::int64_t pairs_expected(const Study& study);

/// Throws InputError or ModelError when a scenario cannot be computed, Interrupted.
[[nodiscard]] DistancesResult distances_run(const Study& study, const SubstanceTable& substances,
                                            const Projection& projection, const DominoPack& domino_levels,
                                            Progress* progress);

/// As above, within the assessment's own budget.
[[nodiscard]] DistancesResult distances_run(const Assessment& assessment, const DominoPack& domino_levels,
                                            Progress* progress);

}  // namespace sise
