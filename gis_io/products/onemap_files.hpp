// The files of the one map, out of its groups. Not for use outside products.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "gis_io/products/page_sheets.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/write/pages/map_page.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

/// Where a map lies, whatever it shows.
struct OneMapSheet {
  std::string title;
  GridSpec grid;
  std::optional<MultiPolygon> area;
  Text area_label;  ///< of its outline
  std::string provenance_json;
  AlsoFormats also{};  ///< its GeoPackage it has anyway
  std::vector<SheetFormat> sheets{};
  SheetWords words{};  ///< of the sheets
};

/// One picture beside those of the groups.
struct OneMapPicture {
  std::string file;  ///< "sector_fire.png"
  Text title;
  std::vector<VectorLayer> layers;  ///< the uppermost first
  std::optional<MapStamp> stamp{};  ///< where it is not the map's
};

struct OneMap {
  MapStamp stamp;
  std::vector<OneMapGroup> groups;      ///< the uppermost first
  std::vector<OneMapPicture> pictures;  ///< of each sector
  std::vector<VectorLayer> glance;      ///< over the ground in preview.png, the uppermost first
  std::vector<Text> not_in_it;          ///< what a reader may look for in vain, and why
  const ClassThumbnail* ground = nullptr;
  const ClassScheme* ground_scheme = nullptr;
  MapPage* page = nullptr;  ///< index.html without its layers
  PropertyObject summary;
};

/// The groups that a project has, known before anything is computed: names of their pictures.
[[nodiscard]] std::vector<std::string> onemap_files(const std::vector<std::string>& groups, const SectorPack& sectors,
                                                    const RunOptions& options);

/// Everything but the manifest.
void write_onemap(const OutputSet& outputs, const OneMapSheet& sheet, const OneMap& map, Progress* progress);

/// A tint over a map's colours would make colours that no legend has: areas over them are drawn by their edges.
[[nodiscard]] VectorLayer by_edges(VectorLayer layer);

}  // namespace sise
