#include "gis_io/write/pictures/bitmap_font.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

#include "gis_io/read/packs/embedded.hpp"
#include "gis_io/read/text/utf8.hpp"

namespace sise {
namespace {

using CodePoint = std::uint32_t;

/// Our own texts are UTF-8 already; a stray byte is taken for itself.
Utf8Character character_at(std::string_view text, std::size_t at) {
  const Utf8Character character = utf8_at(text, at);
  return character.length > 0 ? character : Utf8Character{static_cast<unsigned char>(text[at]), 1};
}

unsigned hex_number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

using Font = std::vector<std::pair<CodePoint, Glyph>>;

/// A line is "6C5F:" and 32 or 64 hexadecimal digits, 2 or 4 per row. Lines are in the order of their code points.
Font parse_font(std::string_view text) {
  Font font;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t colon = line.find(':');
    const std::string_view digits = line.substr(colon + 1);
    Glyph glyph;
    glyph.width = static_cast<int>(digits.size()) / 4;
    const std::size_t per_row = digits.size() / kGlyphHeight;
    for (std::size_t row = 0; row < kGlyphHeight; ++row) {
      glyph.rows.at(row) = static_cast<std::uint16_t>(hex_number(digits.substr(row * per_row, per_row)));
    }
    font.emplace_back(hex_number(line.substr(0, colon)), glyph);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return font;
}

const Font& font() {
  static const Font loaded = [] {
    const auto text = embedded_file("fonts/unifont-gb2312.hex");
    if (!text) throw std::logic_error("the font is missing from the program");
    return parse_font(*text);
  }();
  return loaded;
}

Glyph empty_box() {
  Glyph glyph;
  glyph.rows.fill(0x42);
  glyph.rows.front() = glyph.rows.back() = 0;
  glyph.rows.at(1) = glyph.rows.at(kGlyphHeight - 2) = 0x7E;
  return glyph;
}

Glyph glyph_of(CodePoint point) {
  const auto found = std::lower_bound(font().begin(), font().end(), point,
                                      [](const auto& entry, CodePoint wanted) { return entry.first < wanted; });
  return found != font().end() && found->first == point ? found->second : empty_box();
}

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = character_at(text, at);
    glyphs.push_back(glyph_of(character.point));
    at += static_cast<std::size_t>(character.length);
  }
  return glyphs;
}

int text_width(std::string_view text) {
  int width = 0;
  for (const Glyph& glyph : glyphs_of(text)) width += glyph.width;
  return width;
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  int line_width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = character_at(text, at);
    const int advance = glyph_of(character.point).width;
    if (line_width + advance > width && !line.empty()) {
      const std::size_t space = line.rfind(' ');
      const std::size_t cut = space == std::string::npos || character.point == ' ' ? line.size() : space + 1;
      std::string rest = line.substr(cut);
      lines.push_back(line.substr(0, cut));
      line = std::move(rest);
      line_width = text_width(line);
    }
    line += text.substr(at, static_cast<std::size_t>(character.length));
    line_width += advance;
    at += static_cast<std::size_t>(character.length);
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace sise
