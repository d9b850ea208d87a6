// Integrals over an interval.
#pragma once
#include <functional>

namespace sise {

struct Accuracy {
  double relative = 1e-10;
  double absolute = 0.0;
  int parts = 8;  ///< the interval is cut into so many before anything is judged, lest a narrow peak be missed
};

/// Integral of f from a to b by the 15-point Gauss-Kronrod rule, halving each part until the rule and its embedded 7-point
/// Gauss rule agree to the accuracy asked for, at most 2^20 times finer.
/// Nodes and weights are Boost.Math's; its own refinement is not used because it looks at each part alone, and would halve
/// a part that adds next to nothing until it gives up.
[[nodiscard]] double integrate(const std::function<double(double)>& f, double a, double b, const Accuracy& accuracy);
[[nodiscard]] double integrate(const std::function<double(double)>& f, double a, double b, double relative_accuracy);

}  // namespace sise
