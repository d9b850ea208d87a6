// Every parser of the program behind one door: bytes in, diagnostics out. The mutation test of the suite and the fuzz
// targets that are run by hand walk the same list.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"

namespace sise::testing {

struct Parser {
  std::string name;
  std::vector<std::string> samples;  ///< sound inputs to start from
  /// Reads the bytes; what they do wrong. Throws nothing but what is a fault of the program.
  std::function<std::vector<Diagnostic>(std::string_view)> read;
  std::size_t tries_in = 1;  ///< of one that reads many files the suite tries one damage in so many
};

[[nodiscard]] const std::vector<Parser>& parsers();

/// What is wrong with diagnostics themselves: one without code, without words in both languages. Empty: nothing.
[[nodiscard]] std::string fault_in(const std::vector<Diagnostic>& diagnostics);

}  // namespace sise::testing
