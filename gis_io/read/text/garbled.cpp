#include "gis_io/read/text/garbled.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "gis_io/read/text/encoding.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Four or more accented letters in a row that are, as bytes, common characters of GB 2312 (rows B0 to D7).
bool latin1_of_gbk(const std::u32string& text) {
  std::size_t run = 0;
  bool common = true;
  const auto is_gbk_run = [&] { return run >= 4 && run % 2 == 0 && common; };
  for (const char32_t c : text) {
    if (c < 0xA1 || c > 0xFF) {
      if (is_gbk_run()) return true;
      run = 0;
      common = true;
      continue;
    }
    if (run % 2 == 0) common = common && c >= 0xB0 && c <= 0xD7;
    ++run;
  }
  return is_gbk_run();
}

/// Every non-ASCII part becomes common Chinese when its GBK bytes are read as UTF-8. Real Chinese does so by accident only
/// in single words, so at least three characters are asked for.
bool gbk_of_utf8(const std::u32string& text) {
  std::u32string han;
  std::copy_if(text.begin(), text.end(), std::back_inserter(han), [](char32_t c) { return c >= 0x80; });
  if (han.size() < 3) return false;
  const auto bytes = from_utf8(utf8_from(han), "GBK");
  if (!bytes || utf8_state(*bytes) == Utf8State::invalid) return false;
  const std::u32string read = code_points(bytes->substr(0, bytes->size() - bytes->size() % 3));
  return read.size() >= 2 && std::all_of(read.begin(), read.end(), is_han);
}

}  // namespace

bool looks_garbled(std::string_view utf8) {
  if (is_ascii(utf8)) return false;
  const std::u32string text = code_points(utf8);
  return text.find(kReplacement) != std::u32string::npos || latin1_of_gbk(text) || gbk_of_utf8(text);
}

}  // namespace sise
