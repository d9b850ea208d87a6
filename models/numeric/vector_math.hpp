// Elementary functions over arrays, by Highway, with the instruction set chosen at run time.
#pragma once
#include <span>

namespace sise {

/// out[i] = e^x[i]; within 2 units in the last place; 0 below -1000. x at most 706. `out` may be `x`.
void exp_of(std::span<const double> x, std::span<double> out);

/// out[i] = ln x[i] for x[i] > 0, finite; within 4 units in the last place. `out` may be `x`.
void log_of(std::span<const double> x, std::span<double> out);

/// out[i] = erfc x[i] for x[i] >= 0, within 1e-9 of its value down to 1e-300 (x = 26), the same farther out. `out` may be `x`.
void erfc_of(std::span<const double> x, std::span<double> out);

}  // namespace sise
