#include "models/atmosphere/solar_elevation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/base/constants.hpp"

namespace sise {
double solar_declination_deg(int day_of_year) {
  const double t = 2.0 * std::numbers::pi * (day_of_year - 1) / 365.0;
  return (0.006918 - 0.399912 * std::cos(t) + 0.070257 * std::sin(t) - 0.006758 * std::cos(2.0 * t) +
          0.000907 * std::sin(2.0 * t) - 0.002697 * std::cos(3.0 * t) + 0.001480 * std::sin(3.0 * t)) /
         kDegree;
}

double solar_elevation_deg(double latitude_deg, double longitude_deg, const ClockTime& time) {
  const double latitude = latitude_deg * kDegree;
  const double declination = solar_declination_deg(time.day_of_year) * kDegree;
  const double hour_angle = (15.0 * (time.hour - time.ahead_of_utc_h) + longitude_deg - 180.0) * kDegree;
  const double sine =
      std::sin(latitude) * std::sin(declination) + std::cos(latitude) * std::cos(declination) * std::cos(hour_angle);
  return std::asin(std::clamp(sine, -1.0, 1.0)) / kDegree;
}

}  // namespace sise
