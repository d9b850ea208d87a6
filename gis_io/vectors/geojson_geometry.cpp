#include "gis_io/vectors/geojson_geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <vector>

namespace sise {
namespace {

/// Degrees times 1e7. Whole numbers, so that "equal" and "no area" are exact.
struct Rounded {
  std::int64_t lon = 0;
  std::int64_t lat = 0;
  bool operator==(const Rounded&) const = default;
};

constexpr std::int64_t kUnitsPerDegree = 10'000'000;

Rounded rounded(const Projection& projection, Point point) {
  const LonLat position = projection.to_lon_lat(point);
  return {std::llround(position.lon_deg * static_cast<double>(kUnitsPerDegree)),
          std::llround(position.lat_deg * static_cast<double>(kUnitsPerDegree))};
}

bool before(Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); }

/// Points along the edge from a to b, without its ends. Computed from the lesser end, so that two polygons that share
/// an edge in opposite directions get the same points.
std::vector<Point> between(Point a, Point b, double max_segment_m) {
  const double pieces = std::ceil(std::hypot(b.x - a.x, b.y - a.y) / max_segment_m);
  std::vector<Point> points;
  const bool turned = before(b, a);
  if (turned) std::swap(a, b);
  for (int i = 1; i < static_cast<int>(pieces); ++i) {
    const double t = i / pieces;
    points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
  }
  if (turned) std::reverse(points.begin(), points.end());
  return points;
}

std::vector<Rounded> projected(const std::vector<Point>& line, const Projection& projection, double max_segment_m) {
  std::vector<Rounded> out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) {
      for (const Point& p : between(line[i - 1], line[i], max_segment_m)) out.push_back(rounded(projection, p));
    }
    out.push_back(rounded(projection, line[i]));
  }
  return out;
}

/// Drops repeated points and spikes (out and back to the same point) of an open ring, until there are none.
std::vector<Rounded> without_spikes(const std::vector<Rounded>& ring) {
  std::vector<Rounded> out;
  for (const Rounded& p : ring) {
    if (!out.empty() && out.back() == p) continue;
    if (out.size() >= 2 && out[out.size() - 2] == p) {
      out.pop_back();
      continue;
    }
    out.push_back(p);
  }
  // The same across the place where the ring closes.
  while (out.size() >= 3) {
    if (out.front() == out.back() || out[out.size() - 2] == out.front()) {
      out.pop_back();
    } else if (out[1] == out.back()) {
      out.erase(out.begin());
    } else {
      break;
    }
  }
  return out;
}

/// Twice the area, positive when counter-clockwise. Taken relative to the first point: exact for rings of a few degrees.
double doubled_area(const std::vector<Rounded>& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Rounded& a = ring[i];
    const Rounded& b = ring[(i + 1) % ring.size()];
    sum += static_cast<double>(a.lon - ring[0].lon) * static_cast<double>(b.lat - ring[0].lat) -
           static_cast<double>(b.lon - ring[0].lon) * static_cast<double>(a.lat - ring[0].lat);
  }
  return sum;
}

/// A closed ring in the wanted direction; empty when rounding left no area.
std::vector<Rounded> sound_ring(const Ring& ring, bool counter_clockwise, const Projection& projection,
                                double max_segment_m) {
  std::vector<Rounded> points = without_spikes(projected(ring, projection, max_segment_m));
  const double area = points.size() < 3 ? 0.0 : doubled_area(points);
  if (area == 0.0) return {};
  if ((area > 0.0) != counter_clockwise) std::reverse(points.begin() + 1, points.end());
  points.push_back(points.front());
  return points;
}

using RoundedPolygon = std::vector<std::vector<Rounded>>;

std::vector<RoundedPolygon> sound_polygons(const MultiPolygon& polygons, const Projection& projection,
                                           double max_segment_m) {
  std::vector<RoundedPolygon> out;
  for (const Polygon& polygon : polygons) {
    RoundedPolygon rings{sound_ring(polygon.outer, true, projection, max_segment_m)};
    if (rings.front().empty()) continue;
    for (const Ring& hole : polygon.holes) {
      std::vector<Rounded> ring = sound_ring(hole, false, projection, max_segment_m);
      if (!ring.empty()) rings.push_back(std::move(ring));
    }
    out.push_back(std::move(rings));
  }
  return out;
}

void append_degrees(std::string& out, std::int64_t value) {
  if (value < 0) out += '-';
  const std::int64_t magnitude = std::abs(value);
  std::string digits = fmt::format("{}.{:07}", magnitude / kUnitsPerDegree, magnitude % kUnitsPerDegree);
  while (digits.ends_with('0') && !digits.ends_with(".0")) digits.pop_back();
  out += digits;
}

void append(std::string& out, const Rounded& p) {
  out += '[';
  append_degrees(out, p.lon);
  out += ", ";
  append_degrees(out, p.lat);
  out += ']';
}

/// Nested arrays of coordinates, however deep.
template <class T>
void append(std::string& out, const std::vector<T>& parts) {
  out += '[';
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += ", ";
    append(out, parts[i]);
  }
  out += ']';
}

/// One part stands alone, several become the Multi form.
template <class T>
void append_object(std::string& out, std::string_view type, const std::vector<T>& parts, bool always_multi) {
  if (parts.empty()) {
    out += "null";
    return;
  }
  const bool multi = always_multi || parts.size() > 1;
  out += fmt::format(R"({{"type": "{}{}", "coordinates": )", multi ? "Multi" : "", type);
  if (multi) {
    append(out, parts);
  } else {
    append(out, parts.front());
  }
  out += '}';
}

}  // namespace

void append_geojson(std::string& out, const Geometry& geometry, const Projection& projection,
                    const GeoJsonGeometryOptions& options) {
  if (!geometry.points.empty()) {
    std::vector<Rounded> points;
    points.reserve(geometry.points.size());
    for (const Point& p : geometry.points) points.push_back(rounded(projection, p));
    append_object(out, "Point", points, false);
  } else if (!geometry.lines.empty()) {
    std::vector<std::vector<Rounded>> lines;
    lines.reserve(geometry.lines.size());
    for (const Line& line : geometry.lines) lines.push_back(projected(line, projection, options.max_segment_m));
    append_object(out, "LineString", lines, false);
  } else {
    append_object(out, "Polygon", sound_polygons(geometry.polygons, projection, options.max_segment_m),
                  options.always_multi);
  }
}

}  // namespace sise
