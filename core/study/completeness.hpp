// Which units could be computed, and what the others lack. A unit with thin data never counts as harmless.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Something a unit lacks: a stable code ("scenarios", "line_source", "inventory", "tnt_equivalence") and the words for it.
struct Missing {
  std::string code;
  Text text;
  bool operator==(const Missing&) const = default;
};

/// The charge that stands for an explosive unit in the overpressure rule: the larger of what its scenarios explode and
/// of what it may hold.
struct ExplosiveCharge {
  double tnt_kg = 0.0;
  bool from_scenario = false;  ///< largest explosion scenario of the unit; else inventory times TNT equivalence
  std::optional<double> by_scenarios_kg;  ///< TNT of the largest explosion scenario
  std::optional<double> by_inventory_kg;  ///< design inventory times TNT equivalence
  std::string source;                     ///< of the TNT equivalence, when it was used
  Confidence confidence = Confidence::seen;

  /// "21120 kg TNT by its inventory (more than the 9000 kg of its scenarios)".
  [[nodiscard]] Text basis() const;
};

struct UnitStatus {
  bool computed = false;   ///< its risk is in the map
  bool explosive = false;  ///< judged by overpressure (substance flagged explosive, or kind explosives_store)
  std::optional<ExplosiveCharge> charge;  ///< for explosive units whose charge is known
  std::vector<Missing> missing;           ///< empty for a complete unit
  double unanswered_m = 0.0;              ///< of an incomplete unit: nothing but red can be said so far around it
};

/// A pipeline, road or railway that is not drawn as a line: its accidents may happen anywhere along it, which no point stands
/// for.
[[nodiscard]] bool is_undrawn_line(const Unit& unit);

/// One status per unit of the study, in its order. The charge of an explosive unit is the larger of the largest `tnt_kg`
/// of its scenarios and the design inventory times the substance's TNT equivalence by mass.
[[nodiscard]] std::vector<UnitStatus> unit_statuses(const Study& study, const SubstanceTable& substances);

}  // namespace sise
