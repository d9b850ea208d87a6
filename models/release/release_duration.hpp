// How long a leak counts as lasting, by the rule of a guideline.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A guideline's numbers, from a data file. Absent: the guideline does not speak of it.
struct ReleaseDurationRule {
  std::string id;
  Text title;
  std::string source;
  Confidence confidence = Confidence::recalled;
  std::optional<double> longest_s{};       ///< whatever else holds (AQ/T 3046)
  std::optional<double> isolated_s{};      ///< where the leak can be isolated (HJ 169) ...
  std::optional<double> not_isolated_s{};  ///< ... and where it cannot
};

/// What is known of the leak.
struct Leak {
  double inventory_kg = 0.0;
  double rate_kg_s = 0.0;
  bool can_be_isolated = false;
  std::optional<double> detection_and_isolation_s{};  ///< where it is known how long that takes
};

/// What ends the leak.
enum class LeakEnd {
  empty,      ///< the inventory is gone
  isolated,   ///< somebody, or something, has shut it off
  guideline,  ///< the guideline looks no further
};

[[nodiscard]] std::string_view name_of(LeakEnd end);

struct LeakDuration {
  double duration_s = 0.0;
  LeakEnd end = LeakEnd::empty;
};

/// The least of inventory over rate, the guideline's longest time, and the time until isolation: the stated one, else
/// the guideline's for leaks that can or cannot be isolated. AQ/T 3046-2013: min(60 min, inventory/rate, detection and
/// isolation); HJ 169-2018: 10 min isolated, 30 min not. Confidence: seen.
/// Throws ModelError `parameter_out_of_range` unless inventory, rate and a stated time are positive.
[[nodiscard]] LeakDuration leak_duration(const ReleaseDurationRule& rule, const Leak& leak);

}  // namespace sise
