// The places that stand for a line along which accidents may happen.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// Middles of equal pieces of all lines of the shape, at most 2000 of them and none shorter than four metres (of a line that is shorter itself, its middle): accidents that are
/// spread evenly along the lines start from each of them equally often. Empty for a shape without lines, or of no length.
[[nodiscard]] std::vector<Point> line_places(const Geometry& shape);

}  // namespace sise
