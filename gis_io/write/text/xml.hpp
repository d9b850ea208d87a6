// Text on its way into XML.
#pragma once
#include <string>
#include <string_view>

namespace sise {

/// Escapes the five characters XML reserves.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace sise
