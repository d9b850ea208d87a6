// How a cloud that comes and goes is compared with a level that is stated for a steady one.
#pragma once
#include <optional>

#include "models/harm/indoor.hpp"

namespace sise {

/// A level C for the exposure T stands for the load C^n T. A cloud that varies meets it where the worst stretch of length
/// T has that load, which is told as the steady concentration of the same load over T: (∫C^n dt / T)^(1/n).
struct LoadRule {
  std::optional<double> exponent{};  ///< n; none: the highest concentration counts, however short it lasts
  double window_s = 3600.0;          ///< T

  bool operator==(const LoadRule&) const = default;
};

/// The steady concentration over the rule's window that does as much as this cloud does in the room, its tail included:
/// never more than the highest concentration indoors. In the cloud's unit. What people breathe after the window counts
/// as if it were breathed within it, so the answer is on the safe side.
[[nodiscard]] double indoor_equivalent(const SteadyCloud& cloud, const LoadRule& rule, const Room& room);

/// The same of a load in (kg/m3)^n min, held at the highest concentration that goes with it.
[[nodiscard]] double equivalent_of_load(double load, const LoadRule& rule, double highest);

}  // namespace sise
