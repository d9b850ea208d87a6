// A canvas as a PNG file whose bytes depend on the picture alone.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "gis_io/write/pictures/canvas.hpp"

namespace sise {

/// Three bytes a pixel, rows from above. `provenance_json` as below. Throws OutputError.
void write_rgb_png(const std::filesystem::path& path, int width, int height, std::span<const std::uint8_t> rgb,
                   const std::string& provenance_json);

/// `provenance_json` becomes the text chunk "SISE_PROVENANCE"; empty: none. Throws OutputError.
void write_png(const std::filesystem::path& path, const Canvas& canvas, const std::string& provenance_json);

}  // namespace sise
