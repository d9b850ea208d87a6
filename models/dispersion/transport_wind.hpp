// Which wind carries a plume.
#pragma once
#include <optional>
#include <string_view>

#include "models/atmosphere/weather.hpp"
#include "models/atmosphere/wind_profile.hpp"

namespace sise {

enum class TransportWind {
  profile,         ///< the wind at the plume's own mean height
  release_height,  ///< the wind at the release height, at least 10 m
  as_given,        ///< the number, whatever its height
};

[[nodiscard]] std::string_view name_of(TransportWind wind);
[[nodiscard]] std::optional<TransportWind> transport_wind_from(std::string_view name);

/// The wind where it is the same at every distance; nullopt: it follows the plume.
[[nodiscard]] std::optional<double> fixed_transport_wind_m_s(TransportWind wind, double release_height_m,
                                                             const Weather& weather, const WindProfile& profile);

/// Between which heights the profile is read, whatever the plume's mean height: at least 2 m and 5 roughness lengths, at
/// most half the mixing height.
struct TransportHeights {
  double lowest_m = 0.0;
  double highest_m = 0.0;
};
[[nodiscard]] TransportHeights transport_heights(const Weather& weather);

}  // namespace sise
