// Text that was read in the wrong encoding and then stored as proper UTF-8 cannot be told by its bytes, only by its look.
#pragma once
#include <string_view>

namespace sise {

/// True for replacement characters, Chinese that was read as Latin-1 ("±àºÅ" for 编号) and UTF-8 that was read as GBK
/// ("缂栧彿" for 编号). Errs on the side of false: short words are let through.
[[nodiscard]] bool looks_garbled(std::string_view utf8);

}  // namespace sise
