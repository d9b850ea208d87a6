#include "gis_io/write/pictures/png.hpp"

#include <gdal.h>

#include <string>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

/// The picture as a dataset of three interleaved bands, without a copy.
GdalDataset as_dataset(int width, int height, std::span<const std::uint8_t> rgb) {
  GdalDataset dataset(GDALCreate(GDALGetDriverByName("MEM"), "", width, height, 0, GDT_Byte, nullptr));
  for (int channel = 0; channel < 3; ++channel) {
    GdalOptions options;
    options.set("DATAPOINTER", pointer_text(rgb.data() + channel));
    options.set("PIXELOFFSET", "3");
    options.set("LINEOFFSET", std::to_string(width * 3));
    GDALAddBand(dataset.get(), GDT_Byte, options.get());
  }
  return dataset;
}

}  // namespace

void write_rgb_png(const std::filesystem::path& path, int width, int height, std::span<const std::uint8_t> rgb,
                   const std::string& provenance_json) {
  initialise_gis();
  const GdalErrors errors;
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const GdalDataset picture = as_dataset(width, height, rgb);
  GdalOptions options;
  if (!provenance_json.empty()) {
    GDALSetMetadataItem(picture.get(), "SISE_PROVENANCE", provenance_json.c_str(), nullptr);
    options.set("WRITE_METADATA_AS_TEXT", "YES");
  }
  GdalDataset written(
      GDALCreateCopy(GDALGetDriverByName("PNG"), path.c_str(), picture.get(), FALSE, options.get(), nullptr, nullptr));
  const bool copied = written != nullptr;
  written.reset();
  if (!copied || !errors.first().empty()) {
    throw_write_error(path, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
  }
}

void write_png(const std::filesystem::path& path, const Canvas& canvas, const std::string& provenance_json) {
  write_rgb_png(path, canvas.width(), canvas.height(), canvas.bytes(), provenance_json);
}

}  // namespace sise
