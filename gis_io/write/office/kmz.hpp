// KML as one compressed file that needs no network.
#pragma once
#include <filesystem>
#include <vector>

#include "gis_io/write/office/kml.hpp"

namespace sise {

/// doc.kml and the mark of its points. Throws OutputError.
void write_kmz(const std::filesystem::path& path, const std::vector<VectorLayer>& layers, const Projection& projection,
               const KmlText& text);

}  // namespace sise
