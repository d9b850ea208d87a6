// One comparison with a limit for map, distances and review.
#pragma once
#include <algorithm>
#include <cmath>

namespace sise {

/// Limits are values not to be exceeded: a value equal to its limit passes, and a value within one part in 1e9 of the
/// limit counts as equal, so that the order of a summation never decides a verdict. NaN exceeds nothing.
[[nodiscard]] inline bool exceeds(double value, double limit) {
  constexpr double kEqualWithin = 1e-9;
  if (!(value > limit)) return false;
  if (!std::isfinite(value) || !std::isfinite(limit)) return true;
  return value - limit > kEqualWithin * std::max(std::abs(value), std::abs(limit));
}

}  // namespace sise
