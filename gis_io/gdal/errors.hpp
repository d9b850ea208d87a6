// GDAL's complaints while one file is written: several calls report failure only this way.
#pragma once
#include <string>

namespace sise {

/// Collects GDAL's failures of the calling thread as long as it lives.
class GdalErrors {
 public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(const GdalErrors&) = delete;
  GdalErrors& operator=(const GdalErrors&) = delete;
  GdalErrors(GdalErrors&&) = delete;
  GdalErrors& operator=(GdalErrors&&) = delete;

  /// The first failure is the cause, the later ones its consequences. Empty: none so far.
  [[nodiscard]] const std::string& first() const { return first_; }
  void add(const char* message);

 private:
  std::string first_;
};

}  // namespace sise
