#include "core/runs/distances.hpp"

#include <vector>

#include "core/risk/assessment.hpp"

namespace sise {
ListsDemand distances_demand(const Study& study) {
  // Measured with 5,000 units and 3,000 targets: a pair with its texts, and its place in the order while rows are sorted.
  constexpr std::int64_t kRowBytes = 1000;
  constexpr std::int64_t kPlaceBytes = 20;
  std::vector<const Geometry*> shapes;
  shapes.reserve(study.targets.size());
  for (const Target& target : study.targets) shapes.push_back(&target.geometry);
  const std::int64_t places = places_asked(shapes, study.grid);
  return {places, pairs_near(study.units, shapes) * kRowBytes + places * kPlaceBytes};
}

DistancesResult distances_run(const Study& study, const SubstanceTable& substances, const Projection& projection,
                              const DominoPack& domino_levels, Progress* progress) {
  return distances_run(Assessment(study, substances, projection), domino_levels, progress);
}

DistancesResult distances_run(const Assessment& assessment, const DominoPack& domino_levels, Progress* progress) {
  assessment.risk.build_kernels(progress);
  return {separation_census(assessment, progress), domino_screening(assessment, domino_levels, progress)};
}

}  // namespace sise
