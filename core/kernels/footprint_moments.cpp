#include "core/kernels/footprint_moments.hpp"

#include <algorithm>

namespace sise {

void FootprintMoments::of_panels(std::span<const double> panel_means, std::size_t panels_per_step, double step_rad) {
  const std::size_t steps = (panel_means.size() + panels_per_step - 1) / panels_per_step;
  t0.assign(steps, 0.0);
  t1.assign(steps, 0.0);
  t2.assign(steps, 0.0);
  const double h = step_rad / static_cast<double>(panels_per_step);
  double m0 = 0.0;  // of what lies beyond panel k, about its outer edge
  double m1 = 0.0;
  double m2 = 0.0;
  for (std::size_t k = panel_means.size(); k-- > 0;) {
    // About the inner edge: (φ + h)^j expanded, and the panel's own share.
    const double s = panel_means[k];
    m2 += h * (2.0 * m1 + h * (m0 + s * h * (1.0 / 3.0)));
    m1 += h * (m0 + 0.5 * s * h);
    m0 += h * s;
    if (k % panels_per_step != 0) continue;
    // So far S is level within a panel. With a slope in each, summed by parts, T1 is h²/12 S(d) and T2 h²/6 T0 less.
    const double next = k + 1 < panel_means.size() ? panel_means[k + 1] : 0.0;
    const double here = k > 0 ? 0.5 * (panel_means[k - 1] + s) : s + (s - next) / 8.0;
    const std::size_t n = k / panels_per_step;
    t0[n] = m0;
    t1[n] = std::max(0.0, m1 - here * h * h / 12.0);
    t2[n] = std::max(0.0, m2 - m0 * h * h / 6.0);
  }
}

}  // namespace sise
