#include "models/atmosphere/station_record.hpp"

#include <array>
#include <cstddef>

#include "models/atmosphere/golder.hpp"
#include "models/atmosphere/radiation_scheme.hpp"
#include "models/atmosphere/solar_elevation.hpp"
#include "models/atmosphere/wind_profile.hpp"

namespace sise {
namespace {
constexpr std::array<std::string_view, 3> kSchemeNames{"recorded", "golder", "gbt13201"};
}

std::string_view name_of(StabilityScheme scheme) { return kSchemeNames.at(static_cast<std::size_t>(scheme)); }

std::optional<StabilityScheme> stability_scheme_from(std::string_view name) {
  for (std::size_t i = 0; i < kSchemeNames.size(); ++i) {
    if (kSchemeNames.at(i) == name) return static_cast<StabilityScheme>(i);
  }
  return std::nullopt;
}

double sun_elevation_deg(const StationSite& site, ClockMinute time) {
  const ClockDate date = clock_date(time);
  return solar_elevation_deg(site.latitude_deg, site.longitude_deg,
                             {day_of_year(time), date.hour + date.minute / 60.0, site.utc_offset_h});
}

double speed_at_10m_m_s(const StationSite& site, double speed_m_s) {
  constexpr double kStandardHeight_m = 10.0;
  if (site.wind_height_m == kStandardHeight_m) return speed_m_s;
  const Weather weather{.wind_speed_m_s = speed_m_s, .stability = Stability::D, .wind_height_m = site.wind_height_m};
  return WindProfile(weather, SigmaSet::gbt13201).speed_m_s(kStandardHeight_m);
}

std::optional<Stability> stability_of(const StationHour& hour, const StationSite& site, StabilityScheme scheme) {
  if (scheme == StabilityScheme::recorded) return hour.stability;
  if (scheme == StabilityScheme::golder) {
    return hour.obukhov_length_m ? std::optional(golder_stability(*hour.obukhov_length_m, site.roughness_m))
                                 : std::nullopt;
  }
  if (!hour.speed_m_s || !hour.total_cloud_tenths || !hour.low_cloud_tenths) return std::nullopt;
  const SkyState sky{*hour.total_cloud_tenths, *hour.low_cloud_tenths, sun_elevation_deg(site, hour.time)};
  return gbt13201_stability(speed_at_10m_m_s(site, *hour.speed_m_s), gbt13201_radiation_class(sky));
}

}  // namespace sise
