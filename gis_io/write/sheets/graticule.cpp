#include "gis_io/write/sheets/graticule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace sise {
namespace {

constexpr double kSecondsPerDegree = 3600.0;

/// Longitudes or latitudes, seconds of arc.
struct ArcRange {
  double low = 1e300;
  double high = -1e300;
  void add(double degrees) {
    low = std::min(low, degrees * kSecondsPerDegree);
    high = std::max(high, degrees * kSecondsPerDegree);
  }
};

double step_of(double span_s) {
  constexpr std::array<double, 15> kSteps{1.0,   2.0,   5.0,   10.0,   15.0,   30.0,   60.0,   120.0,
                                          300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 18000.0};
  constexpr double kMostLines = 6.0;
  for (const double step : kSteps) {
    if (span_s / step <= kMostLines) return step;
  }
  return kSteps.back();
}

std::string label_of(double seconds, bool meridian) {
  const auto whole = static_cast<long>(std::llround(std::abs(seconds)));
  const long degrees = whole / 3600;
  const long minutes = whole / 60 % 60;
  const char* side = meridian ? (seconds < 0.0 ? "W" : "E") : (seconds < 0.0 ? "S" : "N");
  std::string text = fmt::format("{}°{:02}′", degrees, minutes);
  if (whole % 60 != 0) text += fmt::format("{:02}″", whole % 60);
  return text + side;
}

}  // namespace

std::vector<GraticuleLine> graticule(const MapPlace& place, const Projection& projection) {
  constexpr int kPieces = 32;
  const PaperBox& f = place.frame;
  ArcRange lon;
  ArcRange lat;
  for (int i = 0; i <= kPieces; ++i) {
    const double x = f.x + f.width * i / kPieces;
    const double y = f.y + f.height * i / kPieces;
    for (const Point at : {Point{x, f.y}, Point{x, f.y + f.height}, Point{f.x, y}, Point{f.x + f.width, y}}) {
      const LonLat position = projection.to_lon_lat(place.place(at));
      lon.add(position.lon_deg);
      lat.add(position.lat_deg);
    }
  }
  std::vector<GraticuleLine> lines;
  const auto add = [&](const ArcRange& along, const ArcRange& across, bool meridian) {
    const double step = step_of(along.high - along.low);
    for (double value = std::ceil(along.low / step) * step; value <= along.high; value += step) {
      GraticuleLine line;
      line.label = label_of(value, meridian);
      line.meridian = meridian;
      double nearest = 1e300;
      for (int i = 0; i <= kPieces; ++i) {
        const double other = across.low + (across.high - across.low) * i / kPieces;
        const LonLat position{(meridian ? value : other) / kSecondsPerDegree,
                              (meridian ? other : value) / kSecondsPerDegree};
        line.line.push_back(place.at(projection.from_lon_lat(position)));
        const Point& p = line.line.back();
        const double away = meridian ? std::abs(p.y - f.y - f.height) : std::abs(p.x - f.x);
        if (away < nearest) {
          nearest = away;
          line.at = p;
        }
      }
      lines.push_back(std::move(line));
    }
  };
  add(lon, lat, true);
  add(lat, lon, false);
  return lines;
}

}  // namespace sise
