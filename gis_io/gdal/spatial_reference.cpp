#include "gis_io/gdal/spatial_reference.hpp"

#include <fmt/format.h>
#include <ogr_srs_api.h>

#include "models/base/error.hpp"

namespace sise {

void SpatialReferenceDeleter::operator()(void* reference) const { OSRDestroySpatialReference(reference); }

SpatialReference spatial_reference(const std::string& crs) {
  SpatialReference reference(OSRNewSpatialReference(nullptr));
  if (OSRSetFromUserInput(reference.get(), crs.c_str()) != OGRERR_NONE) {
    throw OutputError("unknown_crs",
                      {fmt::format("the CRS '{}' cannot be written", crs), fmt::format("无法写入坐标系 '{}'", crs)});
  }
  OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

}  // namespace sise
