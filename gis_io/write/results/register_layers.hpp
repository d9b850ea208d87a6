// A rated register as layers of the one map: official grades beside the risk zones, never mixed with them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/sectors.hpp"
#include "gis_io/write/results/onemap_groups.hpp"
#include "gis_io/write/results/register_view.hpp"

namespace sise {

/// The sector layer that a word belongs to ("none" for none), and those of the register's sectors, by their index.
[[nodiscard]] std::string sector_layer_of(std::string_view word, const SectorPack& pack);
[[nodiscard]] std::vector<std::string> sector_layers_of(const RegisterView& view, const SectorPack& pack);

/// Every point that counts with these columns, read row by row: `view` must outlive the layer. Points without a place have no
/// geometry.
[[nodiscard]] VectorLayer point_layer(const RegisterView& view, const std::vector<TableColumn<PointRow>>& columns);

/// Points, enterprises and areas with their official grades; 现状 and 固有 as two views of each.
[[nodiscard]] OneMapGroup grades_group(const RegisterView& view, const SectorPack& pack, const MapStamp& stamp);

/// The ledger, major hazards first; `scheme` is "hidden-danger".
[[nodiscard]] OneMapGroup dangers_group(const RegisterView& view, const ClassScheme& scheme, const MapStamp& stamp);

/// The group of sectors of a map that has no units: its views, still empty.
[[nodiscard]] OneMapGroup empty_sectors_group(const SectorPack& pack);

/// The district, or the grid where the project gives none.
[[nodiscard]] MultiPolygon district_of(const RegisterView& view);

/// Adds to the group of sectors what the register says of each: grades of its enterprises, points, areas and district. An
/// enterprise stands in the layer of its own sector with its own grade, and in every other in which it has points with the worst
/// of those.
void add_register_sectors(OneMapGroup& sectors, const OneMapGroup& grades, const RegisterView& view,
                          const SectorPack& pack, const MultiPolygon& district, const MapStamp& stamp);

/// Of points: placed and rated, as titles must say.
[[nodiscard]] MapStamp register_stamp(const RegisterView& view);

}  // namespace sise
