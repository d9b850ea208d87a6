// What a layer shows at first sight: columns, shapes, place, text, before anybody said what it is.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/point.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// A raster's size, for people to recognise it by.
struct RasterSight {
  int columns = 0;
  int rows = 0;
  int bands = 0;
  double largest = 0.0;  ///< value
  bool whole = false;    ///< all values are whole numbers
};

struct LayerSight {
  std::string source;          ///< as the user named it, without the layer
  std::filesystem::path path;  ///< located
  std::string layer;           ///< empty: the source's only one
  std::optional<RasterSight> raster;
  FeatureTable table;
  std::string encoding;                 ///< that was guessed; empty: the file says
  std::string crs;                      ///< of the file; empty: it does not say
  std::string crs_title;                ///< for people
  std::string first, second;            ///< columns of coordinates; empty: shapes of its own or none
  bool in_degrees = false;              ///< so it says, or so its numbers look
  std::optional<Bounds> bounds;         ///< in its own coordinates
  std::optional<Bounds> degrees;        ///< longitude and latitude, where they can be told
  std::optional<Diagnostic> misplaced;  ///< what is wrong with its coordinates
  bool points = false;
  bool polygons = false;

  /// "units.shp" or "plan.gpkg:parcels".
  [[nodiscard]] std::string shown() const;
};

/// Looks at FILE or FILE:layer; every layer of a source that has several. Throws InputError where it cannot be read.
[[nodiscard]] std::vector<LayerSight> look_at(const std::string& text);

}  // namespace sise
