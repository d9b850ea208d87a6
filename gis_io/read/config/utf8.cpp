#include <algorithm>

#include "gis_io/read/config/parsers.hpp"
#include "gis_io/read/text/utf8.hpp"

namespace sise {
namespace {

/// By its mark, or by the zeros that every other byte of plain text has; empty for anything else.
std::string_view utf16_kind(std::string_view text) {
  if (text.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (text.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (text.size() < 2 || (text[0] == '\0') == (text[1] == '\0')) return {};
  return text[1] == '\0' ? "UTF-16LE" : "UTF-16BE";
}

}  // namespace

TextPosition position_of(std::string_view text, std::size_t byte) {
  TextPosition position;
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++position.column;
    }
  }
  return position;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const int length = utf8_at(text, i).length;
    if (length <= 0) return i;
    i += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

void require_utf8(std::string_view text, const std::string& name) {
  std::optional<std::size_t> bad = first_invalid_utf8(text);
  if (!bad && !utf16_kind(text).empty()) bad = 0;  // ASCII in UTF-16 without a mark is valid UTF-8 full of zeros
  if (!bad) return;
  const std::string_view utf16 = utf16_kind(text);
  if (!utf16.empty()) {
    const std::string kind(utf16);
    throw ConfigError(
        "invalid_utf8", {"the file is " + kind + ", not UTF-8", "文件是 " + kind + " 编码, 不是 UTF-8"}, {.file = name},
        {"Save it as UTF-8; some editors call UTF-16 'Unicode'", "请另存为 UTF-8; 有的编辑器把 UTF-16 称为 Unicode"});
  }
  const TextPosition at = position_of(text, *bad);
  throw ConfigError("invalid_utf8", {"the file is not UTF-8", "文件不是 UTF-8 编码"},
                    {.file = name, .line = at.line, .column = at.column},
                    {"Save it as UTF-8 (this place may be GBK)", "请另存为 UTF-8 (此处可能是 GBK)"});
}

}  // namespace sise
