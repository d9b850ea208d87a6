// The grid's CRS, read with PROJ. Axes are always easting, northing and longitude, latitude: the traditional GIS order.
#pragma once
#include <memory>
#include <string>

#include "core/grid/projection.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Opens a projected CRS in metres ("EPSG:4549", WKT, PROJ text). Calls on the result may come from any thread.
/// Throws ConfigError at `where` when PROJ does not know the text, or when the CRS is geographic or not in metres.
[[nodiscard]] std::unique_ptr<Projection> open_projection(const std::string& crs, const Location& where = {});

}  // namespace sise
