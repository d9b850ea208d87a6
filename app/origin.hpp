// Where a printed value comes from, and how sure that is.
#pragma once
#include <fmt/format.h>

#include <string>

#include "core/criteria/confidence_words.hpp"

namespace sise::app {

/// "(GB 36894-2018; recalled)", "(GB 36894-2018; 凭记忆)".
[[nodiscard]] inline std::string origin(const std::string& source, Confidence confidence, Language language) {
  return fmt::format("({}; {})", source, words_of(confidence).in(language));
}

}  // namespace sise::app
