// The same name written with full-width letters or stray spaces is the same name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// The inverse of code_points (models/base/nearest.hpp).
[[nodiscard]] std::string utf8_from(std::u32string_view code_points);

/// Full-width ASCII to ASCII, every kind of space (ideographic, no-break, line break) to one blank, ends trimmed,
/// zero-width characters removed.
[[nodiscard]] std::string normalised(std::string_view utf8);

/// Blanks, tabs and ideographic spaces off both ends, nothing else.
[[nodiscard]] std::string trimmed(std::string_view utf8);

/// "a, b, c" for messages, at most `limit` of them and then how many more.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t limit = 20);

}  // namespace sise
