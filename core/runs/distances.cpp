#include "core/runs/distances.hpp"

#include "core/risk/assessment.hpp"

namespace sise {

DistancesResult distances_run(const Study& study, const SubstanceTable& substances, const Projection& projection,
                              const DominoPack& domino_levels, Progress* progress) {
  return distances_run(Assessment(study, substances, projection), domino_levels, progress);
}

DistancesResult distances_run(const Assessment& assessment, const DominoPack& domino_levels, Progress* progress) {
  assessment.risk.build_kernels(progress);
  return {safety_distances(assessment, progress), domino_screening(assessment, domino_levels, progress)};
}

}  // namespace sise
