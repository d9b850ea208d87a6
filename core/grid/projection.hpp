// What core needs to know of a CRS; gis_io implements it with PROJ.
#pragma once
#include "core/grid/point.hpp"

namespace sise {

struct LonLat {
  double lon_deg = 0.0;
  double lat_deg = 0.0;
};

class Projection {
 public:
  virtual ~Projection() = default;
  /// WGS 84 longitude and latitude of a point in the grid's CRS. Throws InputError outside the CRS's area.
  [[nodiscard]] virtual LonLat to_lon_lat(Point point) const = 0;
  [[nodiscard]] virtual Point from_lon_lat(LonLat position) const = 0;
  /// Meridian convergence at a point: the bearing of grid north, degrees clockwise from true north.
  /// A true bearing b is the grid bearing b − convergence.
  [[nodiscard]] virtual double convergence_deg(Point point) const = 0;
};

}  // namespace sise
