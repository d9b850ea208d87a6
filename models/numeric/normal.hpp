// The normal distribution.
#pragma once

namespace sise {

/// Probability that a standard normal variable is at most z. Relative accuracy of a few units in the last place in the
/// lower tail too (down to z = -38, where it underflows), because it is half the complementary error function.
[[nodiscard]] double normal_cdf(double z);

/// The z with normal_cdf(z) = probability, above 0 and below 1: the inverse, to a few units in the last place.
[[nodiscard]] double normal_quantile(double probability);

/// Probability that a standard normal variable lies between two values, lower <= upper, without cancellation in the
/// upper tail.
[[nodiscard]] double normal_between(double lower, double upper);

}  // namespace sise
