#include "gis_io/gdal/handles.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>

namespace sise {

void GdalDatasetCloser::operator()(void* dataset) const { GDALClose(dataset); }

GdalOptions::~GdalOptions() { CSLDestroy(list_); }

void GdalOptions::set(const char* key, const std::string& value) { list_ = CSLSetNameValue(list_, key, value.c_str()); }

void* as_mutable(const void* data) {
  return const_cast<void*>(data);  // NOLINT(cppcoreguidelines-pro-type-const-cast): the one place, see the header
}

std::string pointer_text(const void* data) {
  std::string text(64, '\0');
  const int length = CPLPrintPointer(text.data(), as_mutable(data), static_cast<int>(text.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

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
