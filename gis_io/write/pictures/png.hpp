// Pixels as a PNG file whose bytes depend on the picture alone.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace sise {

/// Rows from above, four bytes a pixel as a number of 32 bits holds 0x00RRGGBB (little-endian: blue first).
struct PixelRows {
  int width = 0;
  int height = 0;
  int row_bytes = 0;
  const std::uint8_t* bytes = nullptr;
};

/// Without a copy of the pixels. `provenance_json` becomes the text chunk "SISE_PROVENANCE"; empty: none. Throws OutputError.
void write_png(const std::filesystem::path& path, const PixelRows& pixels, const std::string& provenance_json);

}  // namespace sise
