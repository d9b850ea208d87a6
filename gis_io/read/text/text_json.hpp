// A text in both languages as JSON.
#pragma once
#include "models/base/text.hpp"

namespace sise {

/// {"en": ..., "zh": ...} in the caller's JSON type: the library stays in .cpp files.
template <class Json>
[[nodiscard]] Json text_json(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

}  // namespace sise
