// How much of a receiver's view a flame fills.
#pragma once
#include "models/fire/receiver.hpp"

namespace sise {

/// View factors of a body for a wall towards it and for the ground.
struct ViewFactors {
  double vertical = 0.0;
  double horizontal = 0.0;

  /// For the receiver; a facing one sees the square root of the sum of squares.
  [[nodiscard]] double of(Receiver receiver) const;
};

/// A cylinder of radius 1 and length a along its axis, whose axis leans by `tilt_rad` towards a receiver on the ground at
/// distance b from the centre of its base; its ends are level. Source: K. S. Mudan, Fire Safety Journal 12 (1987) 89, with
/// C^2 = 1 + (b^2 - 1) cos^2 of the tilt (a print with (b - 1)^2 is in error). Confidence: seen, equal to a numerical
/// integration. Validity: b > 1 + a sin(tilt), else the flame hangs over the receiver; NaN there.
[[nodiscard]] ViewFactors tilted_cylinder(double a, double b, double tilt_rad);

/// The view factor of a small surface is the component of this vector along the surface's normal, as long as the whole
/// flame stands in front of it. Components in x, y and z (up).
struct ViewVector {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  /// Ground; a wall turned to where it sees most; or any surface turned so.
  [[nodiscard]] double of(Receiver receiver) const;
};

[[nodiscard]] inline ViewVector operator+(const ViewVector& a, const ViewVector& b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
[[nodiscard]] inline ViewVector operator*(double k, const ViewVector& a) { return {k * a.x, k * a.y, k * a.z}; }
[[nodiscard]] inline double dot(const ViewVector& a, const ViewVector& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
[[nodiscard]] inline ViewVector cross(const ViewVector& a, const ViewVector& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// The same cylinder leaning towards +x, from a place (x, y) on the ground anywhere around it (all in radii of the base):
/// Lambert's line integral around the side that is seen, whose outline is two straight edges and two arcs. Ahead of the
/// lean it equals tilted_cylinder(). NaN below the flame: nearer than 1 to the line from the base's centre to (a sin(tilt), 0).
[[nodiscard]] ViewVector tilted_cylinder_around(double a, double tilt_rad, double x, double y);

}  // namespace sise
