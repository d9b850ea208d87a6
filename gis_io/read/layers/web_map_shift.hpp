// GCJ-02 and BD-09: what Chinese web maps, and most layers copied from them, have instead of WGS 84. Both shift every place
// by some hundred metres, by a smooth function of longitude and latitude that no projection library knows.
#pragma once
#include <optional>
#include <string>

#include "core/grid/projection.hpp"

namespace sise {

enum class WebMapSystem {
  gcj02,  ///< Amap, Tencent, Google in China
  bd09    ///< Baidu: GCJ-02 shifted once more
};

/// "GCJ-02" and "BD-09", spelled so; nullopt for anything else.
[[nodiscard]] std::optional<WebMapSystem> web_map_system_from(const std::string& name);
/// The right spelling where `name` was meant for one of them ("gcj02", "BD09"); empty otherwise.
[[nodiscard]] std::string web_map_system_meant_by(const std::string& name);
[[nodiscard]] std::string name_of(WebMapSystem system);

/// WGS 84 as the system writes it. The formulas were published by reverse engineering; they agree with the maps to some
/// centimetres on the mainland.
[[nodiscard]] LonLat from_wgs84(LonLat wgs84, WebMapSystem system);
/// The inverse, by iteration, to 1e-10 degree (0.01 mm) of the formulas above.
[[nodiscard]] LonLat to_wgs84(LonLat shifted, WebMapSystem system);

}  // namespace sise
