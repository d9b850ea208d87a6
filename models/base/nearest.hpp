// "Did you mean ...?": the right spelling nearest to a wrong one.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// The code points of a UTF-8 text; a byte that is no valid UTF-8 counts as one code point of its own.
[[nodiscard]] std::u32string code_points(std::string_view utf8);

/// For comparing names: ASCII in lower case, without blanks, '_' and '-'.
[[nodiscard]] std::string folded_name(std::string_view name);

/// Damerau-Levenshtein distance (optimal string alignment) in code points: insert, delete, replace and
/// exchange of two neighbours cost one each.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The names within a third of the word's length (at least one edit), nearest first, ties in the order given.
/// Upper and lower case, '-' and '_' count as equal; a name that begins with the whole word is one edit away.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& names,
                                                     std::size_t at_most = 1);

}  // namespace sise
