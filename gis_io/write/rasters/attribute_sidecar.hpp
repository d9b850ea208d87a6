// What a GeoTIFF cannot hold itself: category names and attribute tables, in GDAL's .aux.xml.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/rasters/raster_description.hpp"

namespace sise {

/// The content of the .aux.xml; empty when no band has categories.
[[nodiscard]] std::string attribute_sidecar(const std::vector<BandDescription>& bands);

}  // namespace sise
