// Lines with fewer vertices, for a screen: nobody sees what is thinner than a pixel.
#pragma once
#include "core/geometry/geometry.hpp"

namespace sise {

/// The line without vertices that lie within `tolerance_m` of it (Douglas and Peucker 1973), after vertices closer than half of
/// that to the one before are gone, so that a million of them cost no more than a walk along the line. Ends stay.
[[nodiscard]] Line thinned(const Line& line, double tolerance_m);

/// A closed ring, with a tolerance that leaves a small ring its shape: a tenth of its size at most. Never fewer than four
/// points where the ring had them.
[[nodiscard]] Ring thinned_ring(const Ring& ring, double tolerance_m);

/// Points in between on edges longer than `longest_m`: a straight edge of the grid is a curve on the web map.
[[nodiscard]] Line with_short_edges(const Line& line, double longest_m);

/// The runs of edges that touch the box.
[[nodiscard]] std::vector<Line> runs_within(const Line& line, const Bounds& box);

/// A ring cut at the box (Sutherland and Hodgman 1974): for filling, as the cut may run along the box. Empty: outside.
[[nodiscard]] Ring ring_within(const Ring& ring, const Bounds& box);

}  // namespace sise
