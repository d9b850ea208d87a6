#include "gis_io/write/office/zip.hpp"

#include <cpl_conv.h>

#include <algorithm>
#include <memory>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

struct ZipCloser {
  void operator()(void* zip) const { CPLCloseZip(zip); }
};

bool add_file(void* zip, const std::string& name, const std::string& content) {
  return CPLCreateFileInZip(zip, name.c_str(), nullptr) == CE_None &&
         CPLWriteFileInZip(zip, content.data(), static_cast<int>(content.size())) == CE_None &&
         CPLCloseFileInZip(zip) == CE_None;
}

}  // namespace

void write_zip(const std::filesystem::path& path, const ZipEntries& entries) {
  initialise_gis();
  const GdalErrors errors;
  std::unique_ptr<void, ZipCloser> zip(CPLCreateZip(path.c_str(), nullptr));
  const bool filled = zip && std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
                        return add_file(zip.get(), entry.first, entry.second);
                      });
  const bool written = filled && CPLCloseZip(zip.release()) == CE_None;
  if (!written || !errors.first().empty())
    throw_write_error(path, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
}

}  // namespace sise
