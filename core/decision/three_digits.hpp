// How amounts are told that were tried: what is written passes, because it is no more than what did.
#pragma once
#include <cmath>

namespace sise {

/// Three digits, downwards; `value` > 0, in any unit.
[[nodiscard]] inline double down_to_three_digits(double value) {
  const double unit = std::pow(10.0, std::floor(std::log10(value)) - 2.0);
  return std::floor(value / unit + 1e-9) * unit;
}

}  // namespace sise
