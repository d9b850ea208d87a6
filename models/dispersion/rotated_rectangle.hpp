// A rectangle that lies askew to the wind, and how far it extends across the wind at each distance.
#pragma once
#include <array>

namespace sise {

struct PlaneCorner {
  double x = 0.0;  ///< along the wind
  double y = 0.0;  ///< across it
};

/// In order around the rectangle.
using RectangleCorners = std::array<PlaneCorner, 4>;

/// Sides `length` and `width`, the long side at `angle_rad` from the wind's direction towards positive y.
[[nodiscard]] RectangleCorners rectangle_corners(PlaneCorner centre, double length, double width, double angle_rad);

struct CrosswindSpan {
  double lower = 0.0;
  double upper = 0.0;
};

/// The extent across the wind at a distance x; lower > upper outside.
[[nodiscard]] CrosswindSpan crosswind_span(const RectangleCorners& corners, double x);

}  // namespace sise
