// The model catalogue for machines.
#pragma once
#include <string>

namespace sise {

/// A JSON array with one object per model: id, title, parameters (name, group, type, unit, default, range, required,
/// text), outputs, validity, source, confidence, doc. Texts as {"en", "zh"}.
[[nodiscard]] std::string catalogue_json();

}  // namespace sise
