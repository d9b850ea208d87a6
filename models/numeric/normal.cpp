#include "models/numeric/normal.hpp"

#include <cmath>
#include <numbers>

namespace sise {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_between(double lower, double upper) {
  // Right of the centre both probabilities are close to one: take the mirrored interval instead.
  if (lower > 0.0) return normal_cdf(-lower) - normal_cdf(-upper);
  return normal_cdf(upper) - normal_cdf(lower);
}

}  // namespace sise
