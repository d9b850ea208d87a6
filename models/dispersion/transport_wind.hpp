// Which wind carries a plume.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

enum class TransportWind {
  profile,         ///< the wind at the plume's own mean height
  release_height,  ///< the wind at the release height, at least 10 m
  as_given,        ///< the number, whatever its height
};

[[nodiscard]] std::string_view name_of(TransportWind wind);
[[nodiscard]] std::optional<TransportWind> transport_wind_from(std::string_view name);

}  // namespace sise
