// Safety distances, checked one by one: every hazardous unit against every protected target in reach.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/progress.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct DistanceCheck {
  std::string enterprise;  ///< Unit::enterprise_key of the unit
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

/// The pairs of one enterprise in sum.
struct EnterpriseSeparation {
  std::string name;
  std::size_t units = 0;
  double largest_required_m = 0.0;  ///< no rule that judges its units asks for more, whatever the class of a target
  std::size_t pairs = 0;            ///< of a unit and a target within that distance
  std::size_t pairs_beyond = 0;     ///< farther apart: kept, and not listed
  std::size_t shortfalls = 0;
  std::size_t unanswered = 0;
  double worst_shortfall_m = 0.0;
  std::optional<std::size_t> binding{};  ///< its worst row of the checks; none: no target is in reach
};

struct SeparationCensus {
  /// Worst first: shortfalls by size, then units that could not be judged, then kept distances by how close they come to
  /// their limit. So the row that binds an enterprise stands before its others.
  std::vector<DistanceCheck> checks;
  std::vector<EnterpriseSeparation> enterprises;  ///< all of them, by their binding rows
};

/// Every unit against every protected target that is no farther away, edge to edge, than the unit's rule may ask for: the
/// distance at which the strictest class's limit is kept in every direction, by the whole enterprise. A unit that cannot be
/// judged is told with the targets around it, at least the nearest. Throws ModelError, Interrupted.
[[nodiscard]] SeparationCensus separation_census(const Assessment& assessment, Progress* progress = nullptr);

}  // namespace sise
