#include "gis_io/write/vectors/rounded_shape.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

/// Longitude and latitude in units of 1e-7 degree, not yet rounded.
Point in_units(Point point, const Projection& projection) {
  const LonLat position = projection.to_lon_lat(point);
  return {position.lon_deg * static_cast<double>(kUnitsPerDegree),
          position.lat_deg * static_cast<double>(kUnitsPerDegree)};
}

RoundedPoint rounded(Point units) { return {std::llround(units.x), std::llround(units.y)}; }

RoundedLine rounded(const Line& units) {
  RoundedLine out;
  out.reserve(units.size());
  for (const Point& p : units) out.push_back(rounded(p));
  return out;
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

Line in_units(const Line& line, const Projection& projection, double max_segment_m) {
  Line out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) {
      for (const Point& p : between(line[i - 1], line[i], max_segment_m)) out.push_back(in_units(p, projection));
    }
    out.push_back(in_units(line[i], projection));
  }
  return out;
}

MultiPolygon in_units(const MultiPolygon& polygons, const Projection& projection, double max_segment_m) {
  MultiPolygon out;
  out.reserve(polygons.size());
  for (const Polygon& polygon : polygons) {
    Polygon& added = out.emplace_back();
    added.outer = in_units(polygon.outer, projection, max_segment_m);
    for (const Ring& hole : polygon.holes) added.holes.push_back(in_units(hole, projection, max_segment_m));
  }
  return out;
}

constexpr double kTurn = 360.0 * static_cast<double>(kUnitsPerDegree);
constexpr double kAntimeridian = kTurn / 2.0;

/// Longitudes side by side with the first one, beyond 180 degrees where the shape goes there.
void unwrap(Line& line, double reference) {
  for (Point& p : line) p.x += kTurn * std::round((reference - p.x) / kTurn);
}

bool crosses(const Line& line) {
  return std::any_of(line.begin(), line.end(), [](const Point& p) { return std::abs(p.x) > kAntimeridian; });
}

/// The part of an unwrapped polygon within one turn, put back among the longitudes that people use.
void append_turn(const MultiPolygon& polygon, int turn, MultiPolygon& out) {
  const double west = -kAntimeridian + turn * kTurn;
  const double east = west + kTurn;
  const Ring box{{west, -kTurn}, {east, -kTurn}, {east, kTurn}, {west, kTurn}, {west, -kTurn}};
  for (Polygon part : intersection(polygon, {Polygon{box, {}}})) {
    for (Point& p : part.outer) p.x -= turn * kTurn;
    for (Ring& hole : part.holes) {
      for (Point& p : hole) p.x -= turn * kTurn;
    }
    out.push_back(std::move(part));
  }
}

MultiPolygon cut_at_antimeridian(MultiPolygon polygons) {
  MultiPolygon out;
  out.reserve(polygons.size());
  for (Polygon& polygon : polygons) {
    const double reference = polygon.outer.front().x;
    unwrap(polygon.outer, reference);
    for (Ring& hole : polygon.holes) unwrap(hole, reference);
    if (!crosses(polygon.outer)) {
      out.push_back(std::move(polygon));
      continue;
    }
    const MultiPolygon sound = snapped({std::move(polygon)}, 1.0);
    for (const int turn : {-1, 0, 1}) append_turn(sound, turn, out);
  }
  return out;
}

/// Pieces of an unwrapped line, each within one turn.
std::vector<Line> cut_at_antimeridian(Line line) {
  if (line.empty()) return {};
  unwrap(line, line.front().x);
  if (!crosses(line)) return {std::move(line)};
  const auto turn_of = [](double x) { return std::floor((x + kAntimeridian) / kTurn); };
  const auto back = [](Point p, double turn) { return Point{p.x - turn * kTurn, p.y}; };
  std::vector<Line> pieces{{}};
  double turn = turn_of(line.front().x);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const double next = turn_of(line[i].x);
    if (next != turn && i > 0) {
      const double edge = kAntimeridian + std::min(turn, next) * kTurn;
      const double share = (edge - line[i - 1].x) / (line[i].x - line[i - 1].x);
      const Point at{edge, line[i - 1].y + share * (line[i].y - line[i - 1].y)};
      pieces.back().push_back(back(at, turn));
      pieces.push_back({back(at, next)});
      turn = next;
    }
    pieces.back().push_back(back(line[i], turn));
  }
  return pieces;
}

/// Drops repeated points and spikes (out and back to the same point) of a ring, until there are none; leaves it open.
RoundedLine without_spikes(const RoundedLine& ring) {
  RoundedLine out;
  for (const RoundedPoint& p : ring) {
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
double doubled_area(const RoundedLine& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const RoundedPoint& a = ring[i];
    const RoundedPoint& b = ring[(i + 1) % ring.size()];
    sum += static_cast<double>(a.lon - ring[0].lon) * static_cast<double>(b.lat - ring[0].lat) -
           static_cast<double>(b.lon - ring[0].lon) * static_cast<double>(a.lat - ring[0].lat);
  }
  return sum;
}

/// A closed ring in the wanted direction; empty when rounding left no area.
RoundedLine sound_ring(const Ring& units, bool counter_clockwise) {
  RoundedLine points = without_spikes(rounded(units));
  const double area = points.size() < 3 ? 0.0 : doubled_area(points);
  if (area == 0.0) return {};
  if ((area > 0.0) != counter_clockwise) std::reverse(points.begin() + 1, points.end());
  points.push_back(points.front());
  return points;
}

std::vector<RoundedPolygon> sound_polygons(const MultiPolygon& units) {
  std::vector<RoundedPolygon> out;
  for (const Polygon& polygon : units) {
    RoundedPolygon rings{sound_ring(polygon.outer, true)};
    if (rings.front().empty()) continue;
    for (const Ring& hole : polygon.holes) {
      RoundedLine ring = sound_ring(hole, false);
      if (!ring.empty()) rings.push_back(std::move(ring));
    }
    out.push_back(std::move(rings));
  }
  return out;
}

Ring as_ring(const RoundedLine& line) {
  Ring ring;
  ring.reserve(line.size());
  for (const RoundedPoint& p : line) ring.push_back({static_cast<double>(p.lon), static_cast<double>(p.lat)});
  return ring;
}

bool are_valid(const std::vector<RoundedPolygon>& polygons) {
  MultiPolygon area;
  area.reserve(polygons.size());
  for (const RoundedPolygon& rings : polygons) {
    Polygon& polygon = area.emplace_back();
    polygon.outer = as_ring(rings.front());
    for (std::size_t i = 1; i < rings.size(); ++i) polygon.holes.push_back(as_ring(rings[i]));
  }
  return !invalidity(as_geometry(std::move(area)));
}

}  // namespace

RoundedPoint rounded(Point point, const Projection& projection) { return rounded(in_units(point, projection)); }

std::vector<RoundedLine> rounded(const Line& line, const Projection& projection, double max_segment_m) {
  std::vector<RoundedLine> pieces;
  for (const Line& piece : cut_at_antimeridian(in_units(line, projection, max_segment_m))) {
    pieces.push_back(rounded(piece));
  }
  return pieces;
}

std::vector<RoundedPolygon> rounded(const MultiPolygon& polygons, const Projection& projection, double max_segment_m) {
  const MultiPolygon units = cut_at_antimeridian(in_units(polygons, projection, max_segment_m));
  std::vector<RoundedPolygon> out = sound_polygons(units);
  // Rounding point by point keeps every vertex, and is all that most shapes need.
  if (!are_valid(out)) out = sound_polygons(snapped(units, 1.0));
  return out;
}

}  // namespace sise
