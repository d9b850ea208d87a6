#include "core/kernels/lethal_disc.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

/// Area of a disc of radius R around the origin between the axes and (x, y), with the sign of x·y.
double disc_area_to_corner(double radius, double x, double y) {
  const double a = std::min(std::abs(x), radius);
  const double b = std::min(std::abs(y), radius);
  const double r2 = radius * radius;
  double area = a * b;
  if (a * a + b * b > r2) {
    const double sector = r2 * (std::asin(a / radius) + std::asin(b / radius) - 0.5 * std::numbers::pi);
    area = 0.5 * (a * std::sqrt(r2 - a * a) + b * std::sqrt(r2 - b * b) + sector);
  }
  return std::signbit(x) == std::signbit(y) ? area : -area;
}

}  // namespace

double disc_area_in_box(double radius_m, double x_min, double y_min, double x_max, double y_max) {
  if (!(radius_m > 0.0)) return 0.0;
  return disc_area_to_corner(radius_m, x_max, y_max) - disc_area_to_corner(radius_m, x_min, y_max) -
         disc_area_to_corner(radius_m, x_max, y_min) + disc_area_to_corner(radius_m, x_min, y_min);
}

}  // namespace sise
