// The program's version, as it is written into every output.
#pragma once
#include <string_view>

namespace sise {

/// Semantic version, "major.minor.patch".
[[nodiscard]] std::string_view version();

}  // namespace sise
