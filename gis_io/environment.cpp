#include "gis_io/environment.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace sise {

void initialise_gis() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    // Errors are read where they arise (CPLGetLastErrorMsg) and told in our own words; nothing may reach stderr unasked.
    CPLSetErrorHandler(CPLQuietErrorHandler);
  });
}

}  // namespace sise
