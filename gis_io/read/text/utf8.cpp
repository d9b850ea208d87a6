#include "gis_io/read/text/utf8.hpp"

namespace sise {

Utf8Character utf8_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  // The second byte's range excludes overlong forms, surrogates and what lies beyond the last code point.
  const unsigned low = lead == 0xE0 ? 0xA0U : (lead == 0xF0 ? 0x90U : 0x80U);
  const unsigned high = lead == 0xED ? 0x9FU : (lead == 0xF4 ? 0x8FU : 0xBFU);
  unsigned point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) return {0, -1};
    if (byte(i) < (i == 1 ? low : 0x80U) || byte(i) > (i == 1 ? high : 0xBFU)) return {};
    point = point << 6U | (byte(i) & 0x3FU);
  }
  return {point, static_cast<int>(length)};
}

}  // namespace sise
