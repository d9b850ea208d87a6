#include "gis_io/gdal/errors.hpp"

#include <cpl_error.h>

namespace sise {
namespace {

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
  if (severity >= CE_Failure) static_cast<GdalErrors*>(CPLGetErrorHandlerUserData())->add(message);
}

}  // namespace

GdalErrors::GdalErrors() {
  CPLErrorReset();
  CPLPushErrorHandlerEx(collect, this);
}

GdalErrors::~GdalErrors() { CPLPopErrorHandler(); }

void GdalErrors::add(const char* message) {
  if (first_.empty()) first_ = message;
}

}  // namespace sise
