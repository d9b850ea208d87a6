#include "models/explosion/kinney_graham.hpp"

#include <cmath>

#include "models/base/constants.hpp"
#include "models/explosion/shock_relations.hpp"

namespace sise {
namespace {

double cube(double x) { return x * x * x; }

}  // namespace

double kinney_graham_overpressure_pa(double z) {
  const double near_field = std::sqrt(1.0 + square(z / 0.048)) * std::sqrt(1.0 + square(z / 0.32));
  return kStandardPressure_pa * 808.0 * (1.0 + square(z / 4.5)) / (near_field * std::sqrt(1.0 + square(z / 1.35)));
}

double kinney_graham_duration_s(double z) {
  const double tenth = square(z / 0.54) * square(square(square(z / 0.54)));
  const double fall = (1.0 + cube(z / 0.02)) * (1.0 + square(cube(z / 0.74))) * std::sqrt(1.0 + square(z / 6.9));
  return 1e-3 * 980.0 * (1.0 + tenth) / fall;
}

double kinney_graham_impulse_pa_s(double z) {
  constexpr double kBarMs = 100.0;
  return kBarMs * 0.067 * std::sqrt(1.0 + square(square(z / 0.23))) / (square(z) * std::cbrt(1.0 + cube(z / 1.55)));
}

}  // namespace sise
