// Shapes as RFC 7946 writes them: WGS 84 longitude and latitude, seven decimals (a centimetre), right-hand rule.
#pragma once
#include <string>

#include "core/geometry/geometry.hpp"
#include "core/grid/projection.hpp"

namespace sise {

struct GeoJsonGeometryOptions {
  bool always_multi = false;  ///< polygons are a MultiPolygon even when there is one
  /// A straight edge of the grid is a curve in longitude and latitude: longer edges get points in between. Half a
  /// kilometre keeps the difference below the last decimal.
  double max_segment_m = 500.0;
};

/// Appends the geometry object, or null when nothing is left of the shape: rounding to seven decimals may make a ring
/// thinner than a centimetre collapse. Valid polygons stay valid.
/// Shapes across the antimeridian are not cut: no CRS in metres that this program accepts reaches over it.
void append_geojson(std::string& out, const Geometry& geometry, const Projection& projection,
                    const GeoJsonGeometryOptions& options);

}  // namespace sise
