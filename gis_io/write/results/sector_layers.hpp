// The sector layers of the one map at three levels: enterprises, areas, the district.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/rating/sector_enterprises.hpp"
#include "gis_io/write/results/area_features.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// "none" and its words stand for what belongs to no layer.
[[nodiscard]] std::string sector_id(const Sector* sector);
[[nodiscard]] Text sector_label(const Sector* sector);

/// A point per enterprise and sector, in the colour of the place of its worst unit.
[[nodiscard]] std::vector<Feature> sector_enterprise_features(const std::vector<SectorEnterprise>& all,
                                                              const ClassScheme& scheme);

/// A row per area and sector that has enterprises there; `set` names the boundary set. Areas and what lies in none of them,
/// as sector_sums() has them.
[[nodiscard]] std::vector<Feature> sector_area_features(const std::string& set, const std::vector<NamedArea>& areas,
                                                        const std::vector<std::map<std::size_t, SectorSum>>& sums,
                                                        const SectorPack& pack, const ClassScheme& scheme);

}  // namespace sise
