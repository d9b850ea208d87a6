// Modified Bessel function, over arrays.
#pragma once
#include <span>

namespace sise {

/// out[i] = e^(-x[i]) I0(x[i]) for x[i] >= 0, to a relative 6e-7: Abramowitz and Stegun 1964, 9.8.1 and 9.8.2. The sizes are equal;
/// `out` does not overlap `x`.
void scaled_bessel_i0(std::span<const double> x, std::span<double> out);

}  // namespace sise
