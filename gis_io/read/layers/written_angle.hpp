// Longitudes and latitudes as people write them.
#pragma once
#include <optional>
#include <string_view>

namespace sise {

struct WrittenAngle {
  double degrees = 0.0;   ///< south and west negative
  char hemisphere = ' ';  ///< N, S, E, W; blank: not said
};

/// "119.95", "119.95°", "119°57′00″E", "N 31 ° 12.5'", "东经119度57分0秒", in ASCII, full-width or typographic signs.
/// nullopt for anything else, for minutes and seconds of 60 or more, and for a sign beside a hemisphere.
[[nodiscard]] std::optional<WrittenAngle> written_angle(std::string_view written);

}  // namespace sise
