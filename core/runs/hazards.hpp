// Which units of a district are major hazards, and of which level?
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "core/grid/progress.hpp"
#include "core/rating/major_hazard.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// One unit of identification with the records that make it up.
struct HazardUnit {
  MajorHazard hazard;
  std::string enterprise;
  std::vector<std::size_t> units;  ///< indices into the study
  Geometry geometry;               ///< of its records together
  std::optional<LevelChange> change;
  Text lists_label;
};

/// All units of identification of an enterprise as if they were one: what a wrong cut between them would hide.
struct EnterpriseTotal {
  std::string enterprise;
  double s = 0.0;
  bool any_major = false;
};

struct HazardsResult {
  std::vector<HazardUnit> units;           ///< in the order in which they first appear in the study
  std::vector<EnterpriseTotal> undivided;  ///< enterprises without a major hazard whose records together reach S = 1
};

/// Residents are the people at night within the pack's distance of the enterprise's boundary, without those on its own
/// ground; a number stated for a unit wins. Throws Interrupted.
[[nodiscard]] HazardsResult assess_hazards(const Study& study, const SubstanceTable& substances,
                                           const MajorHazardPack& pack, Progress* progress);

}  // namespace sise
