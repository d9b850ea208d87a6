// The groups of the one map that follow from the units. Not for use outside products.
#pragma once
#include "core/criteria/class_scheme.hpp"
#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

/// "58 of 60 units computed".
[[nodiscard]] Text coverage_of(const Assessment& assessment);

[[nodiscard]] OneMapGroup hazards_group(const Computed& done, const MajorHazardPack& pack, const ClassScheme& scheme,
                                        MapStamp stamp);
[[nodiscard]] OneMapGroup targets_group(const Study& study, const ClassScheme& scheme, MapStamp stamp);
[[nodiscard]] OneMapGroup risk_group(const Computed& done, const ClassScheme& scheme, const MapStamp& stamp);

}  // namespace sise
