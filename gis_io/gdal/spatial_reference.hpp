// A CRS for what GDAL writes: easting before northing, whatever the registry says.
#pragma once
#include <memory>
#include <string>

namespace sise {

struct SpatialReferenceDeleter {
  void operator()(void* reference) const;
};
/// Owns an OGRSpatialReferenceH.
using SpatialReference = std::unique_ptr<void, SpatialReferenceDeleter>;

/// From "EPSG:4549", WKT or a PROJ string. Throws OutputError("unknown_crs").
[[nodiscard]] SpatialReference spatial_reference(const std::string& crs);

}  // namespace sise
