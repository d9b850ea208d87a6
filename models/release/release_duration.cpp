#include "models/release/release_duration.hpp"

#include "models/release/release_checks.hpp"

namespace sise {
namespace {

void shorten(LeakDuration& duration, std::optional<double> limit_s, LeakEnd end) {
  if (limit_s && *limit_s < duration.duration_s) duration = {*limit_s, end};
}

}  // namespace

std::string_view name_of(LeakEnd end) {
  switch (end) {
    case LeakEnd::empty:
      return "empty";
    case LeakEnd::isolated:
      return "isolated";
    default:
      return "guideline";
  }
}

LeakDuration leak_duration(const ReleaseDurationRule& rule, const Leak& leak) {
  require_positive("inventory_kg", leak.inventory_kg);
  require_positive("rate_kg_s", leak.rate_kg_s);
  if (leak.detection_and_isolation_s) require_positive("detection_and_isolation_s", *leak.detection_and_isolation_s);
  LeakDuration duration{leak.inventory_kg / leak.rate_kg_s, LeakEnd::empty};
  shorten(duration, rule.longest_s, LeakEnd::guideline);
  if (leak.detection_and_isolation_s) {
    shorten(duration, leak.detection_and_isolation_s, LeakEnd::isolated);
  } else if (leak.can_be_isolated) {
    shorten(duration, rule.isolated_s, LeakEnd::isolated);
  } else {
    shorten(duration, rule.not_isolated_s, LeakEnd::guideline);
  }
  return duration;
}

}  // namespace sise
