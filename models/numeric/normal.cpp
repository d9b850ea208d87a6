#include "models/numeric/normal.hpp"

#include <cmath>
#include <numbers>

#include "models/numeric/roots.hpp"

namespace sise {

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_quantile(double probability) {
  if (probability > 0.5) return -normal_quantile(1.0 - probability);
  if (probability == 0.5) return 0.0;
  constexpr double kLowest = -38.0;  // normal_cdf underflows below
  const double wanted = std::log(probability);
  return brent([wanted](double z) { return std::log(normal_cdf(z)) - wanted; }, kLowest, 0.0, 1e-15);
}

double normal_between(double lower, double upper) {
  // Right of the centre both probabilities are close to one: take the mirrored interval instead.
  if (lower > 0.0) return normal_cdf(-lower) - normal_cdf(-upper);
  return normal_cdf(upper) - normal_cdf(lower);
}

}  // namespace sise
