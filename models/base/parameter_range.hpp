// What a model refuses of its parameters, in one voice.
#pragma once
#include "models/base/text.hpp"

namespace sise {

/// Throws ModelError `parameter_out_of_range` with name, value and what is allowed ("a positive number").
void require_range(bool holds, const char* name, double value, const Text& allowed);

/// The same for a number that must be positive and finite.
void require_positive(const char* name, double value);

}  // namespace sise
