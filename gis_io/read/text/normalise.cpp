#include "gis_io/read/text/normalise.hpp"

#include <algorithm>
#include <cstddef>

#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr char32_t kIdeographicSpace = 0x3000;

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == kIdeographicSpace;
}

bool is_invisible(char32_t c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

}  // namespace

std::string utf8_from(std::u32string_view code_points) {
  std::string out;
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  for (const char32_t c : code_points) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0U | (c >> 6U));
      put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
      put(0x80U | ((c >> 6U) & 0x3FU));
      put(0x80U | (c & 0x3FU));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
      put(0x80U | ((c >> 6U) & 0x3FU));
      put(0x80U | (c & 0x3FU));
    }
  }
  return out;
}

std::string normalised(std::string_view utf8) {
  std::u32string out;
  for (const char32_t wide : code_points(utf8)) {
    const char32_t c = narrow(wide);
    if (is_invisible(c)) continue;
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != U' ') {
      out += U' ';
    }
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return utf8_from(out);
}

std::string trimmed(std::string_view utf8) {
  const std::u32string text = code_points(utf8);
  const auto solid = [](char32_t c) { return !is_space(c) && !is_invisible(c); };
  const auto first = std::find_if(text.begin(), text.end(), solid);
  const auto last = std::find_if(text.rbegin(), text.rend(), solid).base();
  return first < last ? utf8_from(std::u32string(first, last)) : std::string();
}

std::string listed(const std::vector<std::string>& names, std::size_t limit) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < limit; ++i) text += (i > 0 ? ", " : "") + names[i];
  if (names.size() > limit) text += ", ... (+" + std::to_string(names.size() - limit) + ")";
  return text;
}

}  // namespace sise
