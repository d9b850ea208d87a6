#include "core/effects/effect.hpp"

namespace sise {

double Effect::value(double x_m, double y_m) const {
  double value = 0.0;
  values({&x_m, 1}, {&y_m, 1}, {&value, 1});
  return value;
}

}  // namespace sise
