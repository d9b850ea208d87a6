#include "gis_io/write/vectors/geojson_geometry.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "gis_io/write/vectors/rounded_shape.hpp"

namespace sise {
namespace {

void append_degrees(std::string& out, std::int64_t value) {
  if (value < 0) out += '-';
  const std::int64_t magnitude = std::abs(value);
  fmt::format_to(std::back_inserter(out), "{}.{:07}", magnitude / kUnitsPerDegree, magnitude % kUnitsPerDegree);
  while (out.ends_with('0') && !out.ends_with(".0")) out.pop_back();
}

void append(std::string& out, const RoundedPoint& p) {
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
  const double longest = options.max_segment_m;
  if (!geometry.points.empty()) {
    RoundedLine points;
    points.reserve(geometry.points.size());
    for (const Point& p : geometry.points) points.push_back(rounded(p, projection));
    append_object(out, "Point", points, false);
  } else if (!geometry.lines.empty()) {
    std::vector<RoundedLine> lines;
    lines.reserve(geometry.lines.size());
    for (const Line& line : geometry.lines) {
      for (RoundedLine& part : rounded(line, projection, longest)) lines.push_back(std::move(part));
    }
    append_object(out, "LineString", lines, false);
  } else {
    append_object(out, "Polygon", rounded(geometry.polygons, projection, longest), options.always_multi);
  }
}

}  // namespace sise
