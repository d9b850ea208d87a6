// Formats that a run writes besides its own: `--also gpkg,kmz`.
#pragma once
#include <string>

namespace sise {

struct AlsoFormats {
  bool gpkg = false;  ///< all layers in one GeoPackage with styles, and a QGIS project
  bool kml = false;
  bool kmz = false;  ///< KML in one compressed file, with the mark of its points
  bool sld = false;  ///< one style per layer

  [[nodiscard]] bool any() const { return gpkg || kml || kmz || sld; }
};

/// "gpkg,kmz"; "all" stands for all of them. Throws ConfigError("unknown_format") naming the nearest.
[[nodiscard]] AlsoFormats also_formats(const std::string& list);

}  // namespace sise
