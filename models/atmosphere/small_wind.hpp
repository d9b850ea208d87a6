// Spread with travel time in small wind, GB/T 13201-91.
#pragma once
#include "models/atmosphere/stability.hpp"

namespace sise {

/// Below this wind the plume formula has no meaning and the small-wind form stands in.
inline constexpr double kCalm_m_s = 0.5;
/// Up to this wind the small-wind form stands alone; from here to kCalm_m_s it hands over to the plume of kCalm_m_s, so
/// that no answer jumps.
inline constexpr double kWhollyCalm_m_s = 0.4;

/// Share of the small-wind form at this wind: 1 up to kWhollyCalm_m_s, 0 from kCalm_m_s on, smooth between.
[[nodiscard]] double calm_share(double wind_m_s);

/// sigma_x = sigma_y = horizontal T, sigma_z = vertical T, with T the travel time in s; both in m/s.
struct SmallWindSpread {
  double horizontal_m_s = 0.0;
  double vertical_m_s = 0.0;
  bool interpolated = false;  ///< half class: the geometric mean of its neighbours
};

/// For a wind up to 1.5 m/s; one set of numbers below 0.5 m/s, another up to 1.5 m/s (GB/T 13201-91; corroborated).
[[nodiscard]] SmallWindSpread small_wind_spread(Stability stability, double wind_m_s);

}  // namespace sise
