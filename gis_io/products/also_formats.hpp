// Formats that a run writes besides its own: `--also gpkg,kmz`.
#pragma once
#include <string>

namespace sise {

struct AlsoFormats {
  bool gpkg = false;  ///< all layers in one GeoPackage with styles, and a QGIS project
  bool kml = false;
  bool kmz = false;   ///< KML in one compressed file, with the mark of its points
  bool sld = false;   ///< one style per layer
  bool xlsx = false;  ///< one sheet per layer

  [[nodiscard]] bool any() const { return gpkg || kml || kmz || sld || xlsx; }
  /// For runs that have a GeoPackage, or a workbook, of that name in any case.
  [[nodiscard]] AlsoFormats without_package() const { return {false, kml, kmz, sld, xlsx}; }
  [[nodiscard]] AlsoFormats without_workbook() const { return {gpkg, kml, kmz, sld, false}; }
};

/// "gpkg,kmz"; "all" stands for all of them. Throws ConfigError("unknown_format") naming the nearest.
[[nodiscard]] AlsoFormats also_formats(const std::string& list);

}  // namespace sise
