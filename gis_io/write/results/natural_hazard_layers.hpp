// Natural hazards on the one map: a layer for each, and the composite of each boundary set.
#pragma once
#include <vector>

#include "core/rating/register/boundary_set.hpp"
#include "gis_io/read/register/natural_hazards.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

/// Colours of the scheme "natural-hazard". An area of a set has, of each hazard, the worst class on its ground; the
/// composite is the worst of them, or the weighted one, and unknown where a hazard of the weighted one says nothing.
[[nodiscard]] OneMapGroup natural_hazards_group(const std::vector<NaturalHazard>& hazards,
                                                const std::vector<BoundarySet>& sets, bool weighted,
                                                const ClassScheme& scheme);

}  // namespace sise
