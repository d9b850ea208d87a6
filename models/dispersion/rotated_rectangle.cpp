#include "models/dispersion/rotated_rectangle.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace sise {

RectangleCorners rectangle_corners(PlaneCorner centre, double length, double width, double angle_rad) {
  const double along_x = 0.5 * length * std::cos(angle_rad);
  const double along_y = 0.5 * length * std::sin(angle_rad);
  const double across_x = -0.5 * width * std::sin(angle_rad);
  const double across_y = 0.5 * width * std::cos(angle_rad);
  return {{{centre.x + along_x + across_x, centre.y + along_y + across_y},
           {centre.x - along_x + across_x, centre.y - along_y + across_y},
           {centre.x - along_x - across_x, centre.y - along_y - across_y},
           {centre.x + along_x - across_x, centre.y + along_y - across_y}}};
}

CrosswindSpan crosswind_span(const RectangleCorners& corners, double x) {
  CrosswindSpan span{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const PlaneCorner& a = corners.at(i);
    const PlaneCorner& b = corners.at((i + 1) % corners.size());
    if (std::min(a.x, b.x) > x || std::max(a.x, b.x) < x) continue;
    const double along = a.x == b.x ? 0.0 : (x - a.x) / (b.x - a.x);
    for (const double y : {a.y + along * (b.y - a.y), a.x == b.x ? b.y : a.y + along * (b.y - a.y)}) {
      span = {std::min(span.lower, y), std::max(span.upper, y)};
    }
  }
  return span;
}

}  // namespace sise
