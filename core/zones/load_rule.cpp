#include "core/zones/load_rule.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/constants.hpp"

namespace sise {
double equivalent_of_load(double load, const LoadRule& rule, double highest) {
  if (!rule.exponent) return highest;
  return std::min(highest, std::pow(load * kSecondsPerMinute / rule.window_s, 1.0 / *rule.exponent));
}

double indoor_equivalent(const SteadyCloud& cloud, const LoadRule& rule, const Room& room) {
  const double highest_at_s = std::min(cloud.duration_s, room.leave_after_s.value_or(cloud.duration_s));
  const double highest = indoor_concentration(cloud, room, highest_at_s);
  const double load = rule.exponent ? indoor_toxic_load(cloud, *rule.exponent, room) : 0.0;
  return equivalent_of_load(load, rule, highest);
}

}  // namespace sise
