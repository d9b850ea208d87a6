#include "models/dispersion/transport_wind.hpp"

#include <array>
#include <cstddef>

namespace sise {
namespace {
constexpr std::array<std::string_view, 3> kNames{"profile", "release_height", "as_given"};
}

std::string_view name_of(TransportWind wind) { return kNames.at(static_cast<std::size_t>(wind)); }

std::optional<TransportWind> transport_wind_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames.at(i) == name) return static_cast<TransportWind>(i);
  }
  return std::nullopt;
}

}  // namespace sise
