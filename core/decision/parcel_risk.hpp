// What groups of units put on a parcel, each unit asked once whatever the number of groups.
#pragma once
#include <cstddef>
#include <vector>

#include "core/risk/risk_model.hpp"

namespace sise {

/// Largest and smallest risk of a group over the places of a parcel, and where the largest is.
struct ParcelRisk {
  double largest = 0.0;
  double smallest = 0.0;
  Point worst;
};

/// A thousandth of the strictest limit in use.
inline constexpr double negligible_risk_per_year = 3e-10;

/// One per group, each a list of units' indices. Units whose reach ends before the parcel count as zero; of groups that
/// stay below `negligible_per_year` the largest is told at nodes around the parcel, not at its places. `places` may not be
/// empty. Safe to call from many threads.
[[nodiscard]] std::vector<ParcelRisk> parcel_risks(const RiskModel& risk, const std::vector<Point>& places,
                                                   const std::vector<std::vector<std::size_t>>& groups,
                                                   double negligible_per_year = negligible_risk_per_year);

}  // namespace sise
