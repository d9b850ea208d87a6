// Coordinate reference systems, always in the traditional GIS order: easting before northing, longitude before latitude.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "gis_io/read/layers/web_map_shift.hpp"
#include "models/base/error.hpp"

class OGRSpatialReference;

namespace sise {

/// Degrees; west may exceed east across the antimeridian.
struct AreaOfUse {
  double west = -180.0;
  double south = -90.0;
  double east = 180.0;
  double north = 90.0;
};

class Crs {
 public:
  /// From "EPSG:4549", "4549", WKT 1 or 2, ESRI WKT or a PROJ string; "GCJ-02" and "BD-09" are longitudes and latitudes
  /// with their shift. Parameters of a datum shift that the text gives are kept. Throws InputError("unknown_crs").
  Crs(const std::string& definition, const Location& where);
  /// From a layer; vertical parts are dropped and codes of the registry identified where the text is unambiguous.
  explicit Crs(const OGRSpatialReference& reference);

  [[nodiscard]] bool is_geographic() const;
  [[nodiscard]] bool is_projected() const;
  /// Metres per unit of a projected CRS.
  [[nodiscard]] double metres_per_unit() const;
  [[nodiscard]] double semi_major_m() const;
  [[nodiscard]] std::optional<int> epsg() const;
  /// "EPSG:4549", else WKT.
  [[nodiscard]] std::string definition() const;
  /// "EPSG:4549 (CGCS2000 / 3-degree Gauss-Kruger CM 120E)".
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::optional<AreaOfUse> area_of_use() const;
  [[nodiscard]] bool same_as(const Crs& other) const;
  /// The longitudes and latitudes on which this CRS stands: same datum.
  [[nodiscard]] Crs geographic() const;
  /// The shift of a Chinese web map on top of WGS 84.
  [[nodiscard]] std::optional<WebMapSystem> web_map() const { return web_map_; }
  /// The text itself says how to get to WGS 84 (TOWGS84 or a grid of shifts).
  [[nodiscard]] bool gives_datum_shift() const;
  [[nodiscard]] const OGRSpatialReference& ogr() const { return *reference_; }

 private:
  void settle();
  std::shared_ptr<OGRSpatialReference> reference_;
  std::optional<WebMapSystem> web_map_;
  std::string said_;  ///< as the user wrote it; empty: from a layer
};

/// The grid's CRS must be projected, in metres. Throws ConfigError otherwise.
[[nodiscard]] Crs grid_crs(const std::string& definition, const Location& where);

}  // namespace sise
