// Integrals over an interval.
#pragma once
#include <functional>

namespace sise {

/// Integral of f from a to b by the 15-point Gauss-Kronrod rule, halving the interval until the rule and its embedded
/// 7-point Gauss rule agree to `relative_tolerance` of the whole (or `absolute_tolerance`), at most 2^20 times finer.
/// Weights: Kronrod 1964, as tabulated in QUADPACK (Piessens et al. 1983).
[[nodiscard]] double integrate(const std::function<double(double)>& f, double a, double b, double relative_tolerance,
                               double absolute_tolerance = 0.0);

}  // namespace sise
