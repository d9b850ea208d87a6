// Text comes in as bytes of some encoding and leaves as UTF-8. Nothing is guessed in silence.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

/// The converter's name for an encoding as people and .cpg files write it: "gbk", "936", "ANSI 936", "65001", "utf8".
/// GB2312, GBK and CP936 become GB18030, which contains them. nullopt: nothing here can recode it.
[[nodiscard]] std::optional<std::string> known_encoding(std::string_view name);

/// As known_encoding; throws ConfigError (an encoding named by the user) that tells the accepted names.
[[nodiscard]] std::string require_encoding(const std::string& name, const Location& where);

/// Some of the accepted names, for messages.
[[nodiscard]] std::string accepted_encodings();

[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Strict: no overlong forms, no surrogates. `cut_short` is valid but for an incomplete last character, as fixed-width
/// fields leave it.
enum class Utf8State { valid, cut_short, invalid };
[[nodiscard]] Utf8State utf8_state(std::string_view bytes);

/// Recodes strictly; `encoding` is a name from known_encoding. An incomplete last character is dropped (fixed-width
/// fields cut there); any other byte that the encoding does not know gives nullopt.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding);

/// The bytes of a text in another encoding; nullopt where it has a character that the encoding lacks.
[[nodiscard]] std::optional<std::string> from_utf8(std::string_view text, const std::string& encoding);

/// UTF-8 if all of `texts` are UTF-8, else GB18030 if all of them are that, else nullopt. Pure ASCII counts as UTF-8.
[[nodiscard]] std::optional<std::string> detect_encoding(const std::vector<std::string_view>& texts);

/// A whole text file as UTF-8 without byte-order mark.
struct DecodedText {
  std::string text;
  std::string encoding;  ///< that was used
  bool guessed = false;  ///< neither the user nor a byte-order mark said so, and it is not UTF-8
};

/// Byte-order mark, then `encoding` (empty: unknown), then detection. Throws InputError at the byte that does not fit, or
/// when nothing fits; ConfigError when `encoding` is unknown or contradicts the mark.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, const std::string& encoding, const Location& where);

}  // namespace sise
