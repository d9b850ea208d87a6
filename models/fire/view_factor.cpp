#include "models/fire/view_factor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "models/numeric/gauss_legendre.hpp"

namespace sise {
namespace {

/// A straight edge from `a` to `b`: the angle it subtends times the unit normal of its plane with the observer.
ViewVector straight_edge(const ViewVector& a, const ViewVector& b) {
  const ViewVector plane = cross(a, b);
  const double length = std::sqrt(dot(plane, plane));
  return length > 0.0 ? (std::atan2(length, dot(a, b)) / length) * plane : ViewVector{};
}

}  // namespace

double ViewFactors::of(Receiver receiver) const {
  switch (receiver) {
    case Receiver::vertical:
      return vertical;
    case Receiver::horizontal:
      return horizontal;
    default:
      return std::hypot(vertical, horizontal);
  }
}

double ViewVector::of(Receiver receiver) const {
  switch (receiver) {
    case Receiver::vertical:
      return std::hypot(x, y);
    case Receiver::horizontal:
      return z;
    default:
      return std::sqrt(x * x + y * y + z * z);
  }
}

ViewVector tilted_cylinder_around(double a, double tilt_rad, double x, double y) {
  const ViewVector lean{a * std::sin(tilt_rad), 0.0, a * std::cos(tilt_rad)};
  const double along = std::clamp(x, 0.0, lean.x);
  if (!(std::hypot(x - along, y) > 1.0)) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none, none};
  }
  // Seen from the place: the base's centre at distance d in the direction `ahead`, and `left` of that.
  const double d = std::hypot(x, y);
  const ViewVector ahead{-x / d, -y / d, 0.0};
  const ViewVector left{-ahead.y, ahead.x, 0.0};
  const auto on_base = [&](double angle) {
    return (d - std::cos(angle)) * ahead + std::sin(angle) * left;  // angle 0: the nearest point of the base
  };
  const double edge = std::acos(1.0 / d);              // where the tangents touch, at the base and at every height
  ViewVector sum{0.0, 0.0, 2.0 * std::asin(1.0 / d)};  // the base's arc, in the plane of the ground
  sum = sum + straight_edge(on_base(edge), on_base(edge) + lean) + straight_edge(on_base(-edge) + lean, on_base(-edge));
  for (const QuadratureNode& node : gauss_nodes(-edge, edge)) {  // the top's near arc, from left to right
    const ViewVector place = on_base(node.at) + lean;
    const ViewVector step = std::sin(node.at) * ahead + std::cos(node.at) * left;
    sum = sum + (-node.weight / dot(place, place)) * cross(place, step);
  }
  return (0.5 / std::numbers::pi) * sum;
}

ViewFactors tilted_cylinder(double a, double b, double tilt_rad) {
  const double s = std::sin(tilt_rad);
  const double c = std::cos(tilt_rad);
  if (!(b > 1.0 + a * s)) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none};
  }
  // Names as in the paper; the square roots of sums are distances from the receiver to the flame's ends.
  const double A = std::sqrt(a * a + (b + 1.0) * (b + 1.0) - 2.0 * a * (b + 1.0) * s);
  const double B = std::sqrt(a * a + (b - 1.0) * (b - 1.0) - 2.0 * a * (b - 1.0) * s);
  const double C = std::sqrt(1.0 + (b * b - 1.0) * c * c);
  const double D = std::sqrt((b - 1.0) / (b + 1.0));
  const double root = std::sqrt(b * b - 1.0);
  const double sides = std::atan((a * b - root * root * s) / (root * C)) + std::atan(root * s / C);
  const double ends = std::atan(A * D / B) / (A * B);
  const double E = a * c / (b - a * s);
  const double square = a * a + (b + 1.0) * (b + 1.0);
  const double vertical = E * ((square - 2.0 * b * (1.0 + a * s)) * ends - std::atan(D)) + c / C * sides;
  const double horizontal = std::atan(1.0 / D) + s / C * sides - (square - 2.0 * (b + 1.0 + a * b * s)) * ends;
  return {vertical / std::numbers::pi, horizontal / std::numbers::pi};
}

}  // namespace sise
