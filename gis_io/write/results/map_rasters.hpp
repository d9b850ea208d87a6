// risk.tif, classes.tif and rules.tif, from the bands of the map.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/runs/memory_plan.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/rasters/cog.hpp"

namespace sise {

struct MapRasterPaths {
  std::filesystem::path risk;
  std::filesystem::path classes;
  std::filesystem::path rules;
};

struct MapSchemes {
  ClassScheme classes;
  ClassScheme rules;  ///< class_scheme("governing-rule")
};

struct MapRasterText {
  std::string title;
  std::string provenance_json;
};

/// Takes bands from north to south. Held in memory where they fit, else written row by row; the files are the same.
class MapRasters {
 public:
  MapRasters(MapRasterPaths paths, const GridSpec& grid, const MapSchemes& schemes, const MapRasterText& text,
             std::vector<double> risk_bounds, bool in_memory, const CogOptions& options);
  ~MapRasters();
  MapRasters(const MapRasters&) = delete;
  MapRasters& operator=(const MapRasters&) = delete;
  MapRasters(MapRasters&&) = delete;
  MapRasters& operator=(MapRasters&&) = delete;

  void add(const MapBand& band);
  void finish();

  /// The colours, small enough for a picture; complete once all bands are in.
  [[nodiscard]] const ClassThumbnail& thumbnail() const { return thumbnail_; }

  /// What they take in memory.
  [[nodiscard]] static ReceiverDemand demand();

 private:
  class Store;
  class InMemory;
  class Streamed;
  std::vector<double> risk_bounds_;
  ClassThumbnail thumbnail_;
  std::unique_ptr<Store> store_;
};

}  // namespace sise
