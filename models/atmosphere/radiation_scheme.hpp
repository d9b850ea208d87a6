// Stability from cloud, sun and wind: the radiation scheme of GB/T 13201-91.
#pragma once
#include <optional>

#include "models/atmosphere/stability.hpp"

namespace sise {

/// What a weather station sees of radiation.
struct SkyState {
  int total_cloud_tenths = 0;  ///< 0 to 10
  int low_cloud_tenths = 0;    ///< 0 to total_cloud_tenths
  double solar_elevation_deg = 0.0;
};

/// Radiation class from -2 (clear night) to 3 (clear sky under a high sun), GB/T 13201-91 (confidence: seen in
/// implementations that quote it). Night is a sun at or below the horizon; an interval's end of 15, 35 and 65 degrees
/// belongs to the lower interval. Throws ModelError for clouds outside 0..10 or low clouds above the total.
[[nodiscard]] int gbt13201_radiation_class(const SkyState& sky);

/// Stability from the wind at 10 m and the radiation class (-2..3), the same standard. The table is printed to 0.1 m/s
/// (up to 1.9, 2-2.9, 3-4.9, 5-5.9, from 6): what lies between belongs to the lower interval.
[[nodiscard]] Stability gbt13201_stability(double wind_10m_m_s, int radiation_class);

}  // namespace sise
