// The rows of a wind rose gathered by stability and speed: one plume each, one density over direction each.
#pragma once
#include <vector>

#include "core/kernels/direction_density.hpp"
#include "models/atmosphere/wind_rose.hpp"

namespace sise {

struct WeatherGroup {
  Stability stability = Stability::D;
  double speed_m_s = 0.0;  ///< at the rose's wind height
  DirectionDensity density;
};

/// Groups in the order of stability, then speed, whatever the order of the rows. Calm rows (below 0.5 m/s) count at
/// 1.0 m/s: district risk has no use for a plume without a direction (GB/T 13201 small wind is for zones). Rows without
/// a direction spread evenly over the compass. Rows of frequency 0 only help to recognise the sectors.
[[nodiscard]] std::vector<WeatherGroup> weather_groups(const WindRose& rose);

}  // namespace sise
