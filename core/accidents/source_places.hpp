// Where the accidents of a unit start that is more than a point.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/study/unit.hpp"

namespace sise {

/// Of a unit drawn as a line its places along it (line_places), of a parking area drawn as a polygon places all over it, eight
/// metres apart or more so that there are ten thousand at most: accidents start from each of them equally often. Empty for
/// every other unit, and for an area too small to hold a place: it is a point.
[[nodiscard]] std::vector<Point> source_places(const Unit& unit);

}  // namespace sise
