// What the air can be where people live and work. A temperature in degrees Celsius or a pressure in kPa falls outside.
#pragma once

namespace sise {

/// Both ends allowed.
struct AirRange {
  double least = 0.0;
  double most = 0.0;
};

inline constexpr AirRange kAirTemperature_K{180.0, 340.0};  ///< measured on the ground: 184 to 330 K
inline constexpr AirRange kAirPressure_Pa{3e4, 1.2e5};      ///< the highest summit has 33 kPa

}  // namespace sise
