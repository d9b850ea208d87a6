#include "models/fire/view_factor.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace sise {
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
