// One UTF-8 character at a time.
#pragma once
#include <cstddef>
#include <string_view>

namespace sise {

struct Utf8Character {
  char32_t point = 0;
  int length = 0;  ///< in bytes; 0: not UTF-8; -1: the text ends within the character
};

/// The character that begins at byte `at` of a text. Overlong forms, surrogates and what lies beyond U+10FFFF are not UTF-8
/// (Unicode 15, table 3-7).
[[nodiscard]] Utf8Character utf8_at(std::string_view text, std::size_t at);

}  // namespace sise
