// Text on its way into XML.
#pragma once
#include <string>
#include <string_view>

namespace sise {

/// Escapes the five characters XML reserves.
[[nodiscard]] std::string xml_escaped(std::string_view text);

/// <name>text</name>, the text escaped.
[[nodiscard]] std::string xml_element(std::string_view name, std::string_view text);

}  // namespace sise
