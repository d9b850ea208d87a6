#include "gis_io/write/office/kmz.hpp"

#include <cpl_vsi.h>
#include <gdal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/office/zip.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

constexpr const char* kIcon = "files/dot.png";
constexpr int kIconSize = 48;
constexpr int kBands = 4;

/// A white disc with a dark rim on nothing.
std::vector<std::uint8_t> disc() {
  constexpr double kMiddle = kIconSize / 2.0;
  constexpr double kRim = 5.0;
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < kIconSize; ++y) {
    for (int x = 0; x < kIconSize; ++x) {
      const double inside = kMiddle - 1.0 - std::hypot(x + 0.5 - kMiddle, y + 0.5 - kMiddle);
      const auto grey = static_cast<std::uint8_t>(std::lround(255.0 * std::clamp((inside - kRim) + 0.5, 0.15, 1.0)));
      const auto alpha = static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(inside + 0.5, 0.0, 1.0)));
      pixels.insert(pixels.end(), {grey, grey, grey, alpha});
    }
  }
  return pixels;
}

/// The disc as the bytes of a PNG file; empty where GDAL fails.
std::string disc_png() {
  const std::vector<std::uint8_t> pixels = disc();
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const GdalDataset picture(GDALCreate(GDALGetDriverByName("MEM"), "", kIconSize, kIconSize, 0, GDT_Byte, nullptr));
  for (int band = 0; band < kBands; ++band) {
    GdalOptions options;
    options.set("DATAPOINTER", pointer_text(pixels.data() + band));
    options.set("PIXELOFFSET", std::to_string(kBands));
    options.set("LINEOFFSET", std::to_string(kBands * kIconSize));
    GDALAddBand(picture.get(), GDT_Byte, options.get());
  }
  const std::string file = "/vsimem/sise/" + pointer_text(&pixels) + ".png";
  {
    const GdalDataset written(  // whole once it is closed
        GDALCreateCopy(GDALGetDriverByName("PNG"), file.c_str(), picture.get(), FALSE, nullptr, nullptr, nullptr));
  }
  vsi_l_offset size = 0;
  const std::unique_ptr<GByte, decltype(&VSIFree)> bytes(VSIGetMemFileBuffer(file.c_str(), &size, TRUE), VSIFree);
  if (!bytes) return {};
  return {reinterpret_cast<const char*>(bytes.get()), size};  // NOLINT(*-reinterpret-cast): bytes as text
}

}  // namespace

void write_kmz(const std::filesystem::path& path, const std::vector<VectorLayer>& layers, const Projection& projection,
               const KmlText& text) {
  initialise_gis();
  const std::string icon = disc_png();
  if (icon.empty()) throw_write_error(path, "GDAL made no picture");
  write_zip(path, {{"doc.kml", kml(layers, projection, text, kIcon)}, {kIcon, icon}});
}

}  // namespace sise
