#include "gis_io/write/styles/shape.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace sise {

bool is_hatched(AreaPaint paint) { return paint == AreaPaint::hatched || paint == AreaPaint::counter_hatched; }

Rgb darker(const Rgb& rgb) {
  constexpr double kShade = 0.7;
  Rgb dark{};
  for (std::size_t i = 0; i < rgb.size(); ++i) dark.at(i) = static_cast<std::uint8_t>(std::lround(kShade * rgb.at(i)));
  return dark;
}

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
