// The state of the air that a dispersion model needs. Direction is not part of it: models work downwind/crosswind.
#pragma once
#include <optional>

#include "models/atmosphere/stability.hpp"

namespace sise {

struct Weather {
  double wind_speed_m_s = 0.0;  ///< at wind_height_m
  Stability stability = Stability::D;
  double wind_height_m = 10.0;
  double roughness_m = 0.1;
  double temperature_K = 293.15;
  double pressure_Pa = 101325.0;
  std::optional<double> mixing_height_m{};  ///< none: no lid; given, it acts in every class
  std::optional<double> friction_velocity_m_s{};
  std::optional<double> obukhov_length_m{};

  bool operator==(const Weather&) const = default;
};

}  // namespace sise
