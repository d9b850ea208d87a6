#include "models/numeric/normal.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

namespace sise {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_quantile(double probability) {
  return 0.0 - std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * probability);  // 0, not -0, for a half
}

double normal_between(double lower, double upper) {
  // Right of the centre both probabilities are close to one: take the mirrored interval instead.
  if (lower > 0.0) return normal_cdf(-lower) - normal_cdf(-upper);
  return normal_cdf(upper) - normal_cdf(lower);
}

}  // namespace sise
