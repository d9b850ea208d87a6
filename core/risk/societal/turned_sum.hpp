// The one loop that societal risk spends its time in.
#pragma once
#include <span>

namespace sise {

/// out[d] += Σ over k of weights[k] (ahead[d + k] + behind[d − k]). Both pointers reach as far as that takes; out.size() is a
/// multiple of 4. A value does not depend on the width of registers.
void add_turned_sum(const double* ahead, const double* behind, std::span<const double> weights, std::span<double> out);

}  // namespace sise
