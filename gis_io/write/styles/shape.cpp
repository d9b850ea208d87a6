#include "gis_io/write/styles/shape.hpp"

#include <algorithm>
#include <cstddef>

namespace sise {

Shape commonest_shape(const std::vector<Feature>& features) {
  const auto points =
      std::count_if(features.begin(), features.end(), [](const Feature& f) { return !f.geometry.points.empty(); });
  const auto lines =
      std::count_if(features.begin(), features.end(), [](const Feature& f) { return !f.geometry.lines.empty(); });
  const auto areas = static_cast<std::ptrdiff_t>(features.size()) - points - lines;
  if (areas >= points && areas >= lines) return Shape::small_polygon;
  return points >= lines ? Shape::point : Shape::line;
}

}  // namespace sise
