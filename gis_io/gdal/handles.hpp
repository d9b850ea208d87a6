// GDAL's C handles as values that clean up after themselves. GDAL's own headers stay in .cpp files.
#pragma once
#include <memory>
#include <string>

namespace sise {

struct GdalDatasetCloser {
  void operator()(void* dataset) const;
};
/// Owns a GDALDatasetH. Closing may write: watch GdalErrors while it goes.
using GdalDataset = std::unique_ptr<void, GdalDatasetCloser>;

/// GDAL's NULL-terminated list of "KEY=value".
class GdalOptions {
 public:
  GdalOptions() = default;
  ~GdalOptions();
  GdalOptions(const GdalOptions&) = delete;
  GdalOptions& operator=(const GdalOptions&) = delete;
  GdalOptions(GdalOptions&&) = delete;
  GdalOptions& operator=(GdalOptions&&) = delete;

  void set(const char* key, const std::string& value);
  [[nodiscard]] char** get() const { return list_; }

 private:
  char** list_ = nullptr;
};

/// GDAL's read paths take mutable pointers though they only read.
[[nodiscard]] void* as_mutable(const void* data);
/// A pointer as the MEM driver wants it in its options.
[[nodiscard]] std::string pointer_text(const void* data);

/// A configuration option of the calling thread, put back at the end.
class GdalThreadSetting {
 public:
  GdalThreadSetting(const char* key, const std::string& value);
  ~GdalThreadSetting();
  GdalThreadSetting(const GdalThreadSetting&) = delete;
  GdalThreadSetting& operator=(const GdalThreadSetting&) = delete;
  GdalThreadSetting(GdalThreadSetting&&) = delete;
  GdalThreadSetting& operator=(GdalThreadSetting&&) = delete;

 private:
  const char* key_;
  std::string former_;
  bool had_former_ = false;
};

}  // namespace sise
