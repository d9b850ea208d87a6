#include "models/atmosphere/small_wind.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sise {
namespace {

// Classes A to F. GB/T 13201-91 appendix, as used by HJ/T 2.2-93. Confidence: corroborated.
using SmallWindRow = std::array<double, 6>;
constexpr SmallWindRow kHorizontalCalm{0.93, 0.76, 0.55, 0.47, 0.44, 0.44};
constexpr SmallWindRow kHorizontalSmall{0.76, 0.56, 0.35, 0.27, 0.24, 0.24};
constexpr SmallWindRow kVertical{1.57, 0.47, 0.21, 0.12, 0.07, 0.05};

}  // namespace

double calm_share(double wind_m_s) {
  const double way = std::clamp((wind_m_s - kWhollyCalm_m_s) / (kCalm_m_s - kWhollyCalm_m_s), 0.0, 1.0);
  return 1.0 - way * way * (3.0 - 2.0 * way);
}

SmallWindSpread small_wind_spread(Stability stability, double wind_m_s) {
  const SmallWindRow& horizontal = wind_m_s < kCalm_m_s ? kHorizontalCalm : kHorizontalSmall;
  const auto index = static_cast<std::size_t>(stability);  // A, A-B, B, ...: full classes are even
  const std::size_t lower = index / 2;
  if (index % 2 == 0) return {horizontal.at(lower), kVertical.at(lower), false};
  return {std::sqrt(horizontal.at(lower) * horizontal.at(lower + 1)),
          std::sqrt(kVertical.at(lower) * kVertical.at(lower + 1)), true};
}

}  // namespace sise
