// How high the sun stands.
#pragma once

namespace sise {

/// A clock somewhere on the earth.
struct ClockTime {
  int day_of_year = 1;          ///< 1 to 366, by this clock
  double hour = 12.0;           ///< 0 to 24, by this clock
  double ahead_of_utc_h = 8.0;  ///< of this clock; 8: Beijing time
};

/// Declination of the sun in degrees after Spencer 1971, as GB/T 13201-91 gives it (confidence: seen in implementations).
[[nodiscard]] double solar_declination_deg(int day_of_year);

/// Elevation of the sun's centre above the horizon in degrees, negative at night: GB/T 13201-91, without the equation of
/// time (at most 4 degrees of hour angle) and without refraction, as the standard has it. Latitude north, longitude east.
[[nodiscard]] double solar_elevation_deg(double latitude_deg, double longitude_deg, const ClockTime& time);

}  // namespace sise
