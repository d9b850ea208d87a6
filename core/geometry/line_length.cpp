#include "core/geometry/line_length.hpp"

#include <cmath>
#include <cstddef>

namespace sise {

double length_m(const Line& line) {
  double length = 0.0;
  for (std::size_t i = 1; i < line.size(); ++i)
    length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return length;
}

double length_m(const std::vector<Line>& lines) {
  double length = 0.0;
  for (const Line& line : lines) length += length_m(line);
  return length;
}

}  // namespace sise
