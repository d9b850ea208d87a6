// What a weather station wrote down, hour by hour, and which stability follows from it.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/atmosphere/calendar.hpp"
#include "models/atmosphere/stability.hpp"

namespace sise {

struct StationSite {
  double latitude_deg = 0.0;   ///< north
  double longitude_deg = 0.0;  ///< east
  double utc_offset_h = 0.0;   ///< of the record's clock: 8 is Beijing time
  double wind_height_m = 10.0;
  double roughness_m = 0.1;  ///< of the ground, where stability follows from the Obukhov length
};

/// One hour as recorded; what is not there was not recorded.
struct StationHour {
  ClockMinute time = 0;
  std::optional<double> from_deg;          ///< clockwise from north, [0, 360); none: calm, variable or missing
  bool any_direction = false;              ///< the wind had no direction of its own: calm or variable
  std::optional<double> speed_m_s;         ///< at the site's wind height
  std::optional<Stability> stability;      ///< where the record has classes of its own
  std::optional<double> obukhov_length_m;  ///< not zero
  std::optional<int> total_cloud_tenths;
  std::optional<int> low_cloud_tenths;  ///< at most the total
};

enum class StabilityScheme {
  recorded,  ///< the record's own classes
  golder,    ///< Obukhov length and roughness: Golder 1972
  gbt13201,  ///< clouds, sun and wind: the radiation scheme of GB/T 13201-91
};
[[nodiscard]] std::string_view name_of(StabilityScheme scheme);
[[nodiscard]] std::optional<StabilityScheme> stability_scheme_from(std::string_view name);

/// Elevation of the sun at a minute of the record, degrees.
[[nodiscard]] double sun_elevation_deg(const StationSite& site, ClockMinute time);

/// Speed at 10 m from the one at the site's height: the power law of GB/T 13201-91 for neutral air over open country (the
/// class itself is not known yet).
[[nodiscard]] double speed_at_10m_m_s(const StationSite& site, double speed_m_s);

/// nullopt where the hour lacks what the scheme needs: the class, the Obukhov length, or speed and
/// both clouds. Throws ModelError for a roughness outside golder.hpp's range.
[[nodiscard]] std::optional<Stability> stability_of(const StationHour& hour, const StationSite& site,
                                                    StabilityScheme scheme);

}  // namespace sise
