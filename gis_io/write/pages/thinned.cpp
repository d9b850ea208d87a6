#include "gis_io/write/pages/thinned.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

namespace sise {
namespace {

double length_between(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

double distance_to_edge(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  return length_between(p, {a.x + t * dx, a.y + t * dy});
}

Line without_crowds(const Line& line, double apart_m) {
  Line out{line.front()};
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (length_between(out.back(), line[i]) >= apart_m) out.push_back(line[i]);
  }
  out.push_back(line.back());
  return out;
}

double size_of(const Ring& ring) {
  Bounds b{ring.front().x, ring.front().y, ring.front().x, ring.front().y};
  for (const Point& p : ring)
    b = {std::min(b.x_min, p.x), std::min(b.y_min, p.y), std::max(b.x_max, p.x), std::max(b.y_max, p.y)};
  return std::hypot(b.x_max - b.x_min, b.y_max - b.y_min);
}

bool edge_touches(Point a, Point b, const Bounds& box) {
  return std::max(a.x, b.x) >= box.x_min && std::min(a.x, b.x) <= box.x_max && std::max(a.y, b.y) >= box.y_min &&
         std::min(a.y, b.y) <= box.y_max;
}

/// One side of the box: what is inside has a depth that is not negative.
using Side = std::function<double(Point)>;

Ring cut_at(const Ring& open, const Side& depth) {
  Ring out;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Point a = open[i];
    const Point b = open[(i + 1) % open.size()];
    const double in_a = depth(a);
    const double in_b = depth(b);
    if (in_a >= 0.0) out.push_back(a);
    if ((in_a >= 0.0) == (in_b >= 0.0)) continue;
    const double t = in_a / (in_a - in_b);
    out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
  }
  return out;
}

}  // namespace

Line thinned(const Line& line, double tolerance_m) {
  if (line.size() < 3) return line;
  const Line kept = without_crowds(line, 0.5 * tolerance_m);
  std::vector<bool> stays(kept.size(), false);
  stays.front() = stays.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, kept.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    double farthest_m = tolerance_m;
    std::size_t at = first;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double away_m = distance_to_edge(kept[i], kept[first], kept[last]);
      if (away_m <= farthest_m) continue;
      farthest_m = away_m;
      at = i;
    }
    if (at == first) continue;
    stays[at] = true;
    open.emplace_back(first, at);
    open.emplace_back(at, last);
  }
  Line out;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (stays[i]) out.push_back(kept[i]);
  }
  return out;
}

Ring thinned_ring(const Ring& ring, double tolerance_m) {
  constexpr std::size_t kTriangle = 4;
  constexpr double kShareOfSize = 0.1;
  if (ring.size() <= kTriangle) return ring;
  // Both halves of a ring have ends of their own; the farthest vertex from the first parts them.
  const auto far = std::max_element(ring.begin(), ring.end(), [&](Point a, Point b) {
    return length_between(ring.front(), a) < length_between(ring.front(), b);
  });
  const double tolerance = std::min(tolerance_m, kShareOfSize * size_of(ring));
  Ring out = thinned(Line(ring.begin(), far + 1), tolerance);
  const Line back = thinned(Line(far, ring.end()), tolerance);
  out.insert(out.end(), back.begin() + 1, back.end());
  return out.size() < kTriangle ? ring : out;
}

Line with_short_edges(const Line& line, double longest_m) {
  Line out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) {
      const Point a = line[i - 1];
      const Point b = line[i];
      const auto pieces = static_cast<int>(std::ceil(std::min(length_between(a, b) / longest_m, 1e4)));
      for (int k = 1; k < pieces; ++k) out.push_back({a.x + (b.x - a.x) * k / pieces, a.y + (b.y - a.y) * k / pieces});
    }
    out.push_back(line[i]);
  }
  return out;
}

std::vector<Line> runs_within(const Line& line, const Bounds& box) {
  std::vector<Line> runs;
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool touches = edge_touches(line[i - 1], line[i], box);
    if (touches && !open) runs.push_back({line[i - 1]});
    if (touches) runs.back().push_back(line[i]);
    open = touches;
  }
  return runs;
}

Ring ring_within(const Ring& ring, const Bounds& box) {
  if (ring.empty()) return {};
  Ring open(ring.begin(), ring.end() - 1);
  const std::vector<Side> sides{[&](Point p) { return p.x - box.x_min; }, [&](Point p) { return box.x_max - p.x; },
                                [&](Point p) { return p.y - box.y_min; }, [&](Point p) { return box.y_max - p.y; }};
  for (const Side& side : sides) open = cut_at(open, side);
  if (open.size() < 3) return {};
  open.push_back(open.front());
  return open;
}

}  // namespace sise
