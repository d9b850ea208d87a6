// Bytes as text (RFC 4648), for pictures and checksums inside a page.
#pragma once
#include <string>
#include <string_view>

namespace sise {

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace sise
