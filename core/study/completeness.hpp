// Which units could be computed, and what the others lack. A unit with thin data never counts as harmless.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Something a unit lacks: a stable code ("scenarios", "inventory", "tnt_equivalence") and the words for it.
struct Missing {
  std::string code;
  Text text;
  bool operator==(const Missing&) const = default;
};

/// The charge that stands for an explosive unit in the overpressure rule.
struct ExplosiveCharge {
  double tnt_kg = 0.0;
  bool from_scenario = false;  ///< largest explosion scenario of the unit; else inventory times TNT equivalence
  std::string source;          ///< of the TNT equivalence, when it was used
  Confidence confidence = Confidence::seen;
};

struct UnitStatus {
  bool computed = false;   ///< its risk is in the map
  bool explosive = false;  ///< judged by overpressure (substance flagged explosive, or kind explosives_store)
  std::optional<ExplosiveCharge> charge;  ///< for explosive units whose charge is known
  std::vector<Missing> missing;           ///< empty for a complete unit
};

/// One status per unit of the study, in its order. A scenario table that names a unit decides its charge (the largest
/// `tnt_kg`); otherwise the charge is the design inventory times the substance's TNT equivalence by mass.
[[nodiscard]] std::vector<UnitStatus> unit_statuses(const Study& study, const SubstanceTable& substances);

}  // namespace sise
