#include "gis_io/gdal/handles.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>

namespace sise {

void GdalDatasetCloser::operator()(void* dataset) const { GDALClose(dataset); }

GdalOptions::~GdalOptions() { CSLDestroy(list_); }

void GdalOptions::set(const char* key, const std::string& value) { list_ = CSLSetNameValue(list_, key, value.c_str()); }

GdalThreadSetting::GdalThreadSetting(const char* key, const std::string& value) : key_(key) {
  const char* former = CPLGetThreadLocalConfigOption(key, nullptr);
  had_former_ = former != nullptr;
  if (had_former_) former_ = former;
  CPLSetThreadLocalConfigOption(key, value.c_str());
}

GdalThreadSetting::~GdalThreadSetting() {
  CPLSetThreadLocalConfigOption(key_, had_former_ ? former_.c_str() : nullptr);
}

}  // namespace sise
