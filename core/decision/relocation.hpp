// What closing an enterprise would free: proven by reviewing again without it.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/decision/review.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// What one enterprise keeps from being built, over all parcels of a plan.
struct RelocationGain {
  std::string enterprise;
  std::size_t freed = 0;         ///< parcels that break a limit, and none without it
  std::size_t allowed = 0;       ///< of those, parcels that are then allowed outright
  double people = 0.0;           ///< on freed parcels, as far as stated
  double area_m2 = 0.0;          ///< of freed parcels
  std::vector<std::string> ids;  ///< of freed parcels
};

/// Every enterprise that frees anything, ranked by people, ties by land, then by name. Each parcel whose
/// breaches the enterprise alone may stand behind is reviewed again without all its units, whether they could be computed or
/// not. Throws Interrupted.
[[nodiscard]] std::vector<RelocationGain> relocation_gains(const Assessment& assessment,
                                                           const std::vector<Proposal>& parcels,
                                                           const std::vector<Decision>& decisions,
                                                           const WarningBrackets& brackets, Progress* progress);

}  // namespace sise
