#include "gis_io/products/onemap_sectors.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

bool says(const Feature& feature, std::string_view field, std::string_view text) {
  const PropertyValue value = property_of(feature, field);
  const auto* words = std::get_if<std::string>(&value.value);
  return words != nullptr && *words == text;
}

/// The rows of one sector, and of areas those of the set that is drawn.
VectorLayer part_of(const VectorLayer& table, const SectorTables& tables, const Sector& sector, bool areas) {
  VectorLayer part{table.name, table.title, table.description, {}, table.style, table.name_field, {}};
  for (const Feature& feature : table.features) {
    if (!says(feature, tables.field, sector.id)) continue;
    if (!areas || says(feature, "set", tables.set)) part.features.push_back(feature);
  }
  if (areas) part.style.label_field = "area_name";
  return part;
}

}  // namespace

std::string sector_picture_file(const Sector& sector) { return "sector_" + sector.id + ".png"; }

std::vector<OneMapPicture> sector_pictures(const SectorTables& tables, const SectorPack& pack) {
  std::vector<OneMapPicture> pictures;
  for (const Sector& sector : pack.sectors) {
    OneMapPicture picture{sector_picture_file(sector), sector.label, {}};
    if (tables.enterprises != nullptr) picture.layers.push_back(part_of(*tables.enterprises, tables, sector, false));
    if (tables.areas != nullptr) picture.layers.push_back(part_of(*tables.areas, tables, sector, true));
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

const OneMapGroup& sectors_of(const OneMap& map) {
  return *std::find_if(map.groups.begin(), map.groups.end(),
                       [](const OneMapGroup& group) { return group.id == "sectors"; });
}

const VectorLayer* table_named(const OneMapGroup& group, std::string_view name) {
  const auto found = std::find_if(group.layers.begin(), group.layers.end(),
                                  [&](const VectorLayer& layer) { return layer.name == name; });
  return found == group.layers.end() ? nullptr : &*found;
}

}  // namespace sise
