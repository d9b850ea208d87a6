// The grid's CRS, read with PROJ. Axes are always easting, northing and longitude, latitude: the traditional GIS order.
#pragma once
#include <memory>
#include <string>

#include "core/geometry/geometry.hpp"
#include "core/grid/projection.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Opens a projected CRS in metres ("EPSG:4549", WKT, PROJ text). Calls on the result may come from any thread.
/// Throws ConfigError at `where` when PROJ does not know the text, or when the CRS is geographic or not in metres.
[[nodiscard]] std::unique_ptr<Projection> open_projection(const std::string& crs, const Location& where = {});

/// Throws ConfigError("grid_scale") where a metre of the CRS is off by more than one per cent of a metre on the ground, in
/// any direction at the extent's corners, edges and middle; the remedy names a zone that fits.
void require_true_scale(const std::string& crs, const Bounds& extent, const Location& where);

/// A projected CRS in metres that fits a place: the CGCS2000 three-degree zone in China, else the UTM zone.
[[nodiscard]] std::string suitable_crs(LonLat place);

}  // namespace sise
