// Safety distances, checked one by one: every hazardous unit against every protected target.
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct DistanceCheck {
  std::string unit_id;
  std::string unit_name;
  std::string target_name;
  std::string target_id;  ///< empty where no rule could be applied to the unit at all
  std::string rule_id;    ///< "none" where no rule is held for the unit's kind
  std::string quantity;   ///< "individual_risk_per_year" or "overpressure_pa"
  double limit = std::numeric_limits<double>::quiet_NaN();
  double value = std::numeric_limits<double>::quiet_NaN();  ///< at the target, worst place; NaN: could not be computed
  double required_m = std::numeric_limits<double>::quiet_NaN();  ///< from the unit's edge, towards the target
  double actual_m = std::numeric_limits<double>::quiet_NaN();    ///< edge to edge
  double shortfall_m = std::numeric_limits<double>::quiet_NaN();
  std::string source;
  Confidence confidence = Confidence::recalled;  ///< the weakest of all that moved the answer
  std::vector<std::string> codes;                ///< warnings that the answer rests on
  Text note;
  Point from;  ///< the two ends of the shortest line between unit and target
  Point to;

  [[nodiscard]] bool answered() const { return value == value; }  // NaN is not itself
};

/// Which rule judges a unit (GB/T 37243-2019, decision flow).
enum class DistanceRule { overpressure, individual_risk, other_code };

struct RuleForUnit {
  DistanceRule rule = DistanceRule::individual_risk;
  const Exclusion* exclusion = nullptr;  ///< set for other_code
};

[[nodiscard]] RuleForUnit rule_for(const Unit& unit, const UnitStatus& status, const RulePack& rules);

/// All checks, worst first: shortfalls by size, then units that could not be judged, then kept distances by how close
/// they come to their limit. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<DistanceCheck> safety_distances(const Assessment& assessment, Progress* progress = nullptr);

}  // namespace sise
