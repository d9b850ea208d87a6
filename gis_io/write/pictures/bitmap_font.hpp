// Letters for pictures, without a font library or a font file at run time: GNU Unifont's bitmaps, built into the program.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

inline constexpr int kGlyphHeight = 16;

struct Glyph {
  int width = 8;                                   ///< 8 or, for Chinese, 16 pixels
  std::array<std::uint16_t, kGlyphHeight> rows{};  ///< the leftmost pixel is bit width - 1
};

/// The glyphs of a UTF-8 text. A character that is not in the font is an empty box.
[[nodiscard]] std::vector<Glyph> glyphs_of(std::string_view text);

/// In pixels at scale 1.
[[nodiscard]] int text_width(std::string_view text);

/// Breaks a text into lines no wider than `width` pixels: after a space where there is one, else anywhere.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace sise
