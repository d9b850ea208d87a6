#include "gis_io/read/layers/gauss_krueger.hpp"

#include <array>
#include <cmath>

namespace sise {
namespace {

/// Consecutive codes, one per zone.
struct Series {
  int geographic_epsg;
  int width_deg;
  bool prefixed;
  int first_zone;
  int last_zone;
  int first_epsg;
};

constexpr std::array<Series, 12> kSeries{{{4490, 3, true, 25, 45, 4513},
                                          {4490, 3, false, 25, 45, 4534},
                                          {4490, 6, true, 13, 23, 4491},
                                          {4490, 6, false, 13, 23, 4502},
                                          {4610, 3, true, 25, 45, 2349},
                                          {4610, 3, false, 25, 45, 2370},
                                          {4610, 6, true, 13, 23, 2327},
                                          {4610, 6, false, 13, 23, 2338},
                                          {4214, 3, true, 25, 45, 2401},
                                          {4214, 3, false, 25, 45, 2422},
                                          {4214, 6, true, 13, 23, 21413},
                                          {4214, 6, false, 13, 23, 21453}}};

}  // namespace

std::optional<GaussKruegerZone> gauss_krueger_zone(int epsg) {
  for (const Series& s : kSeries) {
    const int zone = s.first_zone + epsg - s.first_epsg;
    if (epsg >= s.first_epsg && zone <= s.last_zone)
      return GaussKruegerZone{s.geographic_epsg, s.width_deg, zone, s.prefixed};
  }
  return std::nullopt;
}

std::optional<int> epsg_of(const GaussKruegerZone& zone) {
  for (const Series& s : kSeries) {
    const bool same =
        s.geographic_epsg == zone.geographic_epsg && s.width_deg == zone.width_deg && s.prefixed == zone.prefixed;
    if (same && zone.zone >= s.first_zone && zone.zone <= s.last_zone) return s.first_epsg + zone.zone - s.first_zone;
  }
  return std::nullopt;
}

int zone_prefix(double easting_m) {
  const double zone = std::floor(easting_m / 1e6);
  return zone >= 13.0 && zone <= 45.0 ? static_cast<int>(zone) : 0;
}

}  // namespace sise
