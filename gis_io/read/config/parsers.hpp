// The two syntaxes behind parse_config. Not for use elsewhere.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gis_io/read/config/config_node.hpp"

namespace sise {

/// 1-based line and column (in characters) of a byte.
struct TextPosition {
  int line = 1;
  int column = 1;
};

[[nodiscard]] TextPosition position_of(std::string_view text, std::size_t byte);

/// Byte where the text stops being UTF-8 (overlong forms and surrogates included), or none.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Throws ConfigError "invalid_utf8" with the position.
void require_utf8(std::string_view text, const std::string& name);

[[nodiscard]] ConfigNode parse_toml(std::string_view text, const std::string& name);
[[nodiscard]] ConfigNode parse_json(std::string_view text, const std::string& name);

}  // namespace sise
