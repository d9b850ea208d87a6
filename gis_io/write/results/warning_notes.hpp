// Warnings of a result, as they are printed and drawn.
#pragma once
#include <string>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

/// "warning: TEXT [code]", with what it is about where that is given: "units A, B".
[[nodiscard]] Diagnostic warning_note(const std::string& code, const Text& about = {});

/// For a picture: each code once, in words.
[[nodiscard]] std::vector<Text> texts_of(const std::vector<std::string>& codes);

/// "U1, U2, U3, U4, U5 and 12 more".
[[nodiscard]] Text first_five(const std::vector<std::string>& names);

}  // namespace sise
