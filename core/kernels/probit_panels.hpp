// The mean of the normal distribution over panels in which its argument is linear: footprints with edges of any steepness.
#pragma once
#include <cstddef>
#include <limits>
#include <span>

namespace sise {

/// Probability of death Φ(v) less a cut-off: max(0, Φ(v) − Φ(from)); without a cut-off Φ(v) itself. What the cut-off
/// leaves is a step of the height Φ(from) along a rim of its own.
struct ProbitCut {
  double from = -1e30;       ///< v at the cut-off
  double probability = 0.0;  ///< Φ(from)
  double integral = 0.0;     ///< Ψ(from)
};
/// nullopt-like default for a probability of 0. A probability of 1 or more leaves nothing.
[[nodiscard]] ProbitCut probit_cut(double min_probability);

/// v = offset + slope · level at the nodes of panels; sums[k] += factor times the mean over panel k, the v between two
/// nodes being linear: (Ψ(v_k) − Ψ(v_k+1)) / (v_k − v_k+1) with Ψ(v) = v Φ(v) + φ(v), whose derivative is Φ. There is one
/// level more than sums. Accurate to 1e-9, relative to the value, in the lower tail too.
void add_panel_means(std::span<const float> levels, double offset, double slope, double factor, const ProbitCut& cut,
                     std::span<double> sums);

}  // namespace sise
