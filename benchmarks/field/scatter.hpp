// Predicted over observed as a picture.
#pragma once
#include <string>

#include "benchmarks/field/scores.hpp"

namespace sise::field {

/// An SVG with one logarithmic panel per quantity: stable runs blue, unstable ones orange, the line of equality and the two of
/// a factor of two. Pairs with a zero cannot be drawn; the panel says how many.
[[nodiscard]] std::string scatter_svg(const ModelResult& result);

}  // namespace sise::field
