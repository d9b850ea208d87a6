#include "gis_io/write/pictures/png.hpp"

#include <cpl_vsi.h>
#include <gdal.h>

#include <memory>
#include <string>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

/// The picture as a dataset of three interleaved bands, without a copy.
GdalDataset as_dataset(const PixelRows& pixels) {
  GdalDataset dataset(GDALCreate(GDALGetDriverByName("MEM"), "", pixels.width, pixels.height, 0, GDT_Byte, nullptr));
  for (const int channel : {2, 1, 0}) {  // red, green, blue
    GdalOptions options;
    options.set("DATAPOINTER", pointer_text(pixels.bytes + channel));
    options.set("PIXELOFFSET", "4");
    options.set("LINEOFFSET", std::to_string(pixels.row_bytes));
    GDALAddBand(dataset.get(), GDT_Byte, options.get());
  }
  return dataset;
}

/// Takes the bytes of a file in memory away; empty where there is none.
std::string bytes_of(const std::string& file) {
  vsi_l_offset size = 0;
  const std::unique_ptr<GByte, decltype(&VSIFree)> bytes(VSIGetMemFileBuffer(file.c_str(), &size, TRUE), VSIFree);
  if (!bytes) return {};
  return {reinterpret_cast<const char*>(bytes.get()), size};  // NOLINT(*-reinterpret-cast): bytes as text
}

}  // namespace

// Encoded in memory first: GDAL passes over a disk that is full when it closes a small file.
void write_png(const std::filesystem::path& path, const PixelRows& pixels, const std::string& provenance_json) {
  initialise_gis();
  const GdalErrors errors;
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const GdalDataset picture = as_dataset(pixels);
  GdalOptions options;
  if (!provenance_json.empty()) {
    GDALSetMetadataItem(picture.get(), "SISE_PROVENANCE", provenance_json.c_str(), nullptr);
    options.set("WRITE_METADATA_AS_TEXT", "YES");
  }
  const std::string file = "/vsimem/sise/" + pointer_text(pixels.bytes) + ".png";
  {
    const GdalDataset written(  // whole once it is closed
        GDALCreateCopy(GDALGetDriverByName("PNG"), file.c_str(), picture.get(), FALSE, options.get(), nullptr,
                       nullptr));
  }
  const std::string bytes = bytes_of(file);
  if (bytes.empty() || !errors.first().empty()) {
    throw_write_error(path, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
  }
  write_file(path, bytes);
}

}  // namespace sise
