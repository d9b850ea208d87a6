// What a warning's code says, in words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// A clause for "..., but CLAUSE": "the cloud is heavier than air and was computed as a passive one". A code that has
/// no words of its own comes back as itself.
[[nodiscard]] Text warning_text(std::string_view code);

/// Several clauses, each with its code behind in brackets.
[[nodiscard]] Text warning_texts(const std::vector<std::string>& codes);

}  // namespace sise
