#include "core/accidents/source_point.hpp"

#include <cmath>
#include <cstddef>

#include "core/geometry/line_length.hpp"
#include "core/geometry/operations.hpp"

namespace sise {
namespace {

Point middle_of(const Line& line) {
  double left = 0.5 * length_m(line);
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double dx = line[i].x - line[i - 1].x;
    const double dy = line[i].y - line[i - 1].y;
    const double step = std::hypot(dx, dy);
    if (step >= left && step > 0.0) return {line[i - 1].x + dx * left / step, line[i - 1].y + dy * left / step};
    left -= step;
  }
  return line.back();
}

}  // namespace

Point source_point(const Geometry& shape) {
  if (!shape.lines.empty()) {
    const Line* longest = &shape.lines.front();
    for (const Line& line : shape.lines) {
      if (length_m(line) > length_m(*longest)) longest = &line;
    }
    return middle_of(*longest);
  }
  if (!shape.polygons.empty()) {
    const Point centre = centroid(shape);
    if (contains(shape, centre)) return centre;
  }
  return point_on_surface(shape);
}

}  // namespace sise
