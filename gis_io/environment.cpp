#include "gis_io/environment.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

#include <mutex>

namespace sise {
namespace {
constexpr GIntBig kBlockCache_bytes = 32LL << 20;
}

void initialise_gis() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALAllRegister();
    // GDAL would take a twentieth of the machine's memory for its block cache; plans of memory count on this much.
    GDALSetCacheMax64(kBlockCache_bytes);
    // Errors are read where they arise (CPLGetLastErrorMsg) and told in our own words; nothing may reach stderr unasked.
    CPLSetErrorHandler(CPLQuietErrorHandler);
  });
}

}  // namespace sise
