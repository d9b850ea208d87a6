// The picture of each sector layer of the one map. Not for use outside products.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/sectors.hpp"
#include "gis_io/products/onemap_files.hpp"

namespace sise {

/// "sector_fire.png".
[[nodiscard]] std::string sector_picture_file(const Sector& sector);

/// Of which tables a sector's picture is made.
struct SectorTables {
  const VectorLayer* enterprises = nullptr;
  const VectorLayer* areas = nullptr;  ///< of every boundary set; null: none
  std::string_view field;              ///< that holds the sector's id
  std::string set;                     ///< the set that is drawn
};

/// One per sector of the pack, those without enterprises too: an empty map says so.
[[nodiscard]] std::vector<OneMapPicture> sector_pictures(const SectorTables& tables, const SectorPack& pack);

/// The group of sectors; it is always there.
[[nodiscard]] const OneMapGroup& sectors_of(const OneMap& map);

/// A table of a group; null for none.
[[nodiscard]] const VectorLayer* table_named(const OneMapGroup& group, std::string_view name);

}  // namespace sise
