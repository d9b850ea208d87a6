// How long lines are.
#pragma once
#include <vector>

#include "core/geometry/geometry.hpp"

namespace sise {

/// Along its points, m.
[[nodiscard]] double length_m(const Line& line);
/// Of all together.
[[nodiscard]] double length_m(const std::vector<Line>& lines);

}  // namespace sise
