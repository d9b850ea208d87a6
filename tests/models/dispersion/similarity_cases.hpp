// Weathers and a plume that the tests of the similarity plume share.
#pragma once
#include <limits>
#include <optional>
#include <vector>

#include "models/dispersion/similarity_plume.hpp"

namespace sise::test {

inline constexpr double kNeutral = std::numeric_limits<double>::infinity();

/// A wind of 5 m/s at 2 m over short grass, with the friction velocity that belongs to it in neutral air.
inline SimilarityWeather over_grass(double obukhov_m, std::optional<double> lid_m = std::nullopt) {
  return {{.wind_speed_m_s = 5.0,
           .wind_height_m = 2.0,
           .roughness_m = 0.006,
           .friction_velocity_m_s = 0.35,
           .obukhov_length_m = obukhov_m},
          8.0,
          lid_m};
}

inline const std::vector<double>& obukhov_lengths() {
  static const std::vector<double> lengths{-6.0, -30.0, -200.0, kNeutral, 200.0, 40.0, 10.0};
  return lengths;
}

}  // namespace sise::test
