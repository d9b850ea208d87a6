// A canvas as a PNG file whose bytes depend on the picture alone.
#pragma once
#include <filesystem>
#include <string>

#include "gis_io/write/pictures/canvas.hpp"

namespace sise {

/// `provenance_json` becomes the text chunk "SISE_PROVENANCE"; empty: none. Throws OutputError.
void write_png(const std::filesystem::path& path, const Canvas& canvas, const std::string& provenance_json);

}  // namespace sise
