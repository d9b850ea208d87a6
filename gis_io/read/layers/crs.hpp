// Coordinate reference systems, always in the traditional GIS order: easting before northing, longitude before latitude.
#pragma once
#include <memory>
#include <optional>
#include <string>

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
  /// From "EPSG:4549", "4549", WKT 1 or 2, ESRI WKT or a PROJ string. Throws InputError("unknown_crs").
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
  [[nodiscard]] const OGRSpatialReference& ogr() const { return *reference_; }

 private:
  void settle();
  std::shared_ptr<OGRSpatialReference> reference_;
};

/// The grid's CRS must be projected, in metres. Throws ConfigError otherwise.
[[nodiscard]] Crs grid_crs(const std::string& definition, const Location& where);

}  // namespace sise
