// The places that stand for a line along which accidents may happen.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// Middles of equal pieces of all lines of the shape, four to eight metres long whatever the length (of a shorter line, its
/// middle): accidents that are spread evenly along the lines start from each of them equally often. Empty for a shape without
/// lines, or of no length.
[[nodiscard]] std::vector<Point> line_places(const Geometry& shape);

}  // namespace sise
