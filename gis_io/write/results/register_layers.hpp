// A rated register as layers of the one map: official grades beside the risk zones, never mixed with them.
#pragma once
#include <vector>

#include "core/criteria/sectors.hpp"
#include "gis_io/write/results/onemap_groups.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// Points, enterprises and areas with their official grades; 现状 and 固有 as two views of each.
[[nodiscard]] OneMapGroup grades_group(const RegisterView& view, const SectorPack& pack, const MapStamp& stamp);

/// The ledger, major hazards first; `scheme` is "hidden-danger".
[[nodiscard]] OneMapGroup dangers_group(const RegisterView& view, const ClassScheme& scheme, const MapStamp& stamp);

/// Adds to the group of sectors what the register says of each: grades of its enterprises, points, areas and district.
void add_register_sectors(OneMapGroup& sectors, const OneMapGroup& grades, const RegisterView& view,
                          const SectorPack& pack, const MultiPolygon& district, const MapStamp& stamp);

/// Of points: placed and rated, as titles must say.
[[nodiscard]] MapStamp register_stamp(const RegisterView& view);

}  // namespace sise
