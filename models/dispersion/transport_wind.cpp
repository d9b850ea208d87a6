#include "models/dispersion/transport_wind.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace sise {
namespace {

constexpr std::array<std::string_view, 3> kNames{"profile", "release_height", "as_given"};
constexpr double kLowestReleaseWind_m = 10.0;
constexpr double kLowestProfileWind_m = 2.0;
constexpr double kLowestRoughnessLengths = 5.0;

}  // namespace

std::string_view name_of(TransportWind wind) { return kNames.at(static_cast<std::size_t>(wind)); }

std::optional<TransportWind> transport_wind_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<TransportWind>(i);
  }
  return std::nullopt;
}

std::optional<double> fixed_transport_wind_m_s(TransportWind wind, double release_height_m, const Weather& weather,
                                               const WindProfile& profile) {
  switch (wind) {
    case TransportWind::as_given:
      return weather.wind_speed_m_s;
    case TransportWind::release_height:
      return profile.speed_m_s(std::max(release_height_m, kLowestReleaseWind_m));
    case TransportWind::profile:
      break;
  }
  return std::nullopt;
}

TransportHeights transport_heights(const Weather& weather) {
  return {std::max(kLowestProfileWind_m, kLowestRoughnessLengths * weather.roughness_m),
          weather.mixing_height_m ? 0.5 * *weather.mixing_height_m : std::numeric_limits<double>::infinity()};
}

}  // namespace sise
