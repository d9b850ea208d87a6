// Shapes in WGS 84 rounded to seven decimals of a degree, a centimetre, and still sound.
#pragma once
#include <cstdint>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/projection.hpp"

namespace sise {

inline constexpr std::int64_t kUnitsPerDegree = 10'000'000;

/// Degrees times 1e7. Whole numbers, so that "equal" and "no area" are exact.
struct RoundedPoint {
  std::int64_t lon = 0;
  std::int64_t lat = 0;
  bool operator==(const RoundedPoint&) const = default;
};

using RoundedLine = std::vector<RoundedPoint>;
using RoundedPolygon = std::vector<RoundedLine>;  ///< closed rings: the outer one counter-clockwise, holes clockwise

[[nodiscard]] RoundedPoint rounded(Point point, const Projection& projection);

/// Edges longer than max_segment_m get points in between, the same ones whichever way the edge runs. A line that crosses
/// the antimeridian comes in pieces, as RFC 7946 (3.1.9) asks.
[[nodiscard]] std::vector<RoundedLine> rounded(const Line& line, const Projection& projection, double max_segment_m);

/// Valid polygons. Rings that rounding leaves without area are gone, spikes and repeated points too; where rounding
/// makes rings touch or cross, they are joined or split there. What crosses the antimeridian is cut along it.
[[nodiscard]] std::vector<RoundedPolygon> rounded(const MultiPolygon& polygons, const Projection& projection,
                                                  double max_segment_m);

}  // namespace sise
