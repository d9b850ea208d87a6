#include "core/accidents/source_places.hpp"

#include <algorithm>
#include <cmath>

#include "core/accidents/line_places.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"

namespace sise {
namespace {

constexpr double kApart_m = 8.0;  // about as long as the vehicles that stand there
constexpr double kMostPlaces = 1e4;
constexpr double kMostAsked = 1e6;  // places of the box around: a sliver across the country has few of its own

bool lies_in(Point place, const Geometry& shape) {
  return std::any_of(shape.polygons.begin(), shape.polygons.end(),
                     [place](const Polygon& one) { return inside(place, one); });
}

/// Row by row, there and back: places that follow each other lie side by side.
std::vector<Point> area_places(const Geometry& shape) {
  const Bounds box = bounds(shape);
  const double box_m2 = (box.x_max - box.x_min) * (box.y_max - box.y_min);
  const double step_m = std::max({kApart_m, std::sqrt(area_m2(shape) / kMostPlaces), std::sqrt(box_m2 / kMostAsked)});
  const auto rows = static_cast<int>(std::ceil((box.y_max - box.y_min) / step_m));
  const auto columns = static_cast<int>(std::ceil((box.x_max - box.x_min) / step_m));
  const Point first{0.5 * (box.x_min + box.x_max) - 0.5 * step_m * (columns - 1),
                    0.5 * (box.y_min + box.y_max) - 0.5 * step_m * (rows - 1)};
  std::vector<Point> places;
  for (int row = 0; row < rows; ++row) {
    for (int i = 0; i < columns; ++i) {
      const int column = row % 2 == 0 ? i : columns - 1 - i;
      const Point place{first.x + column * step_m, first.y + row * step_m};
      if (lies_in(place, shape)) places.push_back(place);
    }
  }
  return places;
}

}  // namespace

std::vector<Point> source_places(const Unit& unit) {
  const Geometry& shape = unit.geometry;
  if (!shape.lines.empty()) return line_places(shape);
  const bool spread = unit.kind == UnitKind::parking_area && !shape.polygons.empty();
  return spread ? area_places(shape) : std::vector<Point>{};
}

}  // namespace sise
