#include "gis_io/write/pages/page_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "gis_io/write/pages/thinned.hpp"

namespace sise {
namespace {

constexpr double kPerDegree = 1e6;
constexpr double kTurn_deg = 360.0;
constexpr double kLongestEdge_m = 1000.0;  // a straight edge of the grid leaves that of the web map by centimetres
constexpr double kAcross = 12000.0;        // pixels of the largest screen on which nobody shall see a corner cut

template <class Items, class Append>
void append_list(std::string& json, const Items& items, const Append& append) {
  json += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) json += ',';
    first = false;
    append(item);
  }
  json += ']';
}

}  // namespace

PageShapes::PageShapes(const Bounds& extent, const Projection& projection)
    : projection_(projection),
      tolerance_m_(std::max(0.2, std::hypot(extent.x_max - extent.x_min, extent.y_max - extent.y_min) / kAcross)) {
  origin_ = whole({extent.x_min, extent.y_min});
}

PageShapes::Whole PageShapes::whole(Point point) const {
  LonLat position = projection_.to_lon_lat(point);
  // Side by side with the page, also across the antimeridian.
  const double near_deg = static_cast<double>(origin_.lon) / kPerDegree;
  if (origin_.lon != 0) position.lon_deg += kTurn_deg * std::round((near_deg - position.lon_deg) / kTurn_deg);
  return {std::llround(position.lon_deg * kPerDegree), std::llround(position.lat_deg * kPerDegree)};
}

void PageShapes::append_points(std::string& json, const Line& line) const {
  json += '[';
  Whole before = origin_;
  bool first = true;
  for (const Point& point : line) {
    const Whole at = whole(point);
    if (!first && at == before) continue;
    fmt::format_to(std::back_inserter(json), "{}{},{}", first ? "" : ",", at.lon - before.lon, at.lat - before.lat);
    before = at;
    first = false;
  }
  json += ']';
}

void PageShapes::append_polygon(std::string& json, const Polygon& polygon) const {
  const auto append_ring = [&](const Ring& ring) {
    append_points(json, with_short_edges(thinned_ring(ring, tolerance_m_), kLongestEdge_m));
  };
  json += '[';
  append_ring(polygon.outer);
  for (const Ring& hole : polygon.holes) {
    json += ',';
    append_ring(hole);
  }
  json += ']';
}

void PageShapes::append(std::string& json, const Geometry& geometry) const {
  if (geometry.empty()) {
    json += "null";
  } else if (!geometry.polygons.empty()) {
    json += R"({"a":)";
    append_list(json, geometry.polygons, [&](const Polygon& polygon) { append_polygon(json, polygon); });
    json += '}';
  } else if (!geometry.lines.empty()) {
    json += R"({"l":)";
    append_list(json, geometry.lines, [&](const Line& line) {
      append_points(json, with_short_edges(thinned(line, tolerance_m_), kLongestEdge_m));
    });
    json += '}';
  } else {
    json += R"({"p":)";
    append_points(json, geometry.points);
    json += '}';
  }
}

std::string PageShapes::origin_json() const { return fmt::format("[{},{}]", origin_.lon, origin_.lat); }

std::string PageShapes::degrees_json(const Bounds& box) const {
  const Whole a = whole({box.x_min, box.y_min});
  const Whole b = whole({box.x_max, box.y_max});
  const Whole c = whole({box.x_min, box.y_max});
  const Whole d = whole({box.x_max, box.y_min});
  return fmt::format("[{:.6f},{:.6f},{:.6f},{:.6f}]", static_cast<double>(std::min(a.lat, d.lat)) / kPerDegree,
                     static_cast<double>(std::min(a.lon, c.lon)) / kPerDegree,
                     static_cast<double>(std::max(b.lat, c.lat)) / kPerDegree,
                     static_cast<double>(std::max(b.lon, d.lon)) / kPerDegree);
}

}  // namespace sise
