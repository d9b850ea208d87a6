// The one TIFF tag that GDAL does not let us choose in a Cloud Optimized GeoTIFF.
#pragma once
#include <filesystem>

namespace sise {

/// Rewrites every ExtraSamples value of the file (TIFF or BigTIFF, little-endian, as GDAL writes it here) from "alpha" to
/// "unspecified", in place: layout and size stay. Throws OutputError when the file cannot be changed or is no TIFF.
void declare_extra_samples_unspecified(const std::filesystem::path& path);

}  // namespace sise
