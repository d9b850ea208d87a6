// Major hazards counted by level in each area of a boundary set.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/runs/hazards.hpp"
#include "gis_io/write/results/area_features.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One feature per area, then what lies in none of them where there is any. A unit of identification counts where a place of
/// it lies, in the first area that holds it; `code` is the severest level there.
[[nodiscard]] std::vector<Feature> hazard_area_features(const std::string& set, const std::vector<NamedArea>& areas,
                                                        const HazardsResult& result, const ClassScheme& scheme);

}  // namespace sise
