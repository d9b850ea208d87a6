// The Gauss-Krueger zones of China in the EPSG registry: each zone exists twice, with the zone's number in front of the
// easting (40 512 345 m) and without (512 345 m, named by its central meridian).
#pragma once
#include <optional>

namespace sise {

struct GaussKruegerZone {
  int geographic_epsg = 0;  ///< 4490 CGCS2000, 4610 Xian 1980, 4214 Beijing 1954
  int width_deg = 3;        ///< 3 or 6
  int zone = 0;             ///< 25..45 or 13..23
  bool prefixed = false;    ///< eastings carry the zone's number
};

/// nullopt: not one of these CRSs.
[[nodiscard]] std::optional<GaussKruegerZone> gauss_krueger_zone(int epsg);
/// nullopt: there is no such zone.
[[nodiscard]] std::optional<int> epsg_of(const GaussKruegerZone& zone);

/// Zone number in front of an easting, 0 where there is none.
[[nodiscard]] int zone_prefix(double easting_m);

}  // namespace sise
