// What the features of a layer are, as far as a style has to know.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// QGIS does not apply a style of another geometry.
enum class Shape {
  point,
  line,
  polygon,
  small_polygon,  ///< areas that want a dot beside their outline to be seen at all
};

/// How an area is painted.
enum class AreaPaint {
  solid,            ///< filled, with a firm outline
  light,            ///< filled palely, with a dashed outline
  hatched,          ///< lines across and a firm outline: what lies below is seen
  counter_hatched,  ///< the same with lines the other way
};

[[nodiscard]] bool is_hatched(AreaPaint paint);

/// For lines over an area of this colour.
[[nodiscard]] Rgb darker(const Rgb& rgb);

/// That of most features, as a style fits one kind only. Areas count as small ones: tanks and plots on a district's map.
[[nodiscard]] Shape commonest_shape(const std::vector<Feature>& features);

}  // namespace sise
