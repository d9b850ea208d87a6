// The point that stands for a hazardous unit.
#pragma once
#include "core/geometry/geometry.hpp"

namespace sise {

/// Where a unit's scenarios start from: its point, the middle (by length) of its longest line, or its polygon's
/// centroid, moved onto the shape where the centroid lies outside it. Of several points the one nearest to their
/// centre. Throws ModelError for an empty shape.
[[nodiscard]] Point source_point(const Geometry& shape);

}  // namespace sise
