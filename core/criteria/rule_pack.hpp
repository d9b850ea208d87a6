// Criteria of law as they come out of a data file: each value with its source and confidence.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/occupancy.hpp"
#include "core/criteria/target_class.hpp"
#include "core/criteria/unit_kind.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct Limit {
  double value = 0.0;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

/// One limit per class of protected target.
struct LimitTable {
  std::string rule_id;  ///< "gb36894.individual_risk.existing", "gbt37243.overpressure", ...
  Text title;
  Text clause;  ///< where the rule stands, as people cite it; the source where the pack names no clause
  std::string quantity;
  std::string unit;
  std::array<Limit, 5> by_class;

  [[nodiscard]] const Limit& of(TargetClass target_class) const {
    return by_class.at(static_cast<std::size_t>(target_class));
  }
};

/// The two F-N lines F = f1 · N^slope; above the upper one unacceptable, below the lower one acceptable.
struct SocietalCriterion {
  std::string rule_id;
  Text title;
  double slope = -1.0;
  Limit upper_at_one;  ///< 1/yr at N = 1
  Limit lower_at_one;  ///< 1/yr at N = 1
  Limit largest_n;     ///< more deaths than this are unacceptable at any frequency
};

/// A kind of unit or a sector that GB/T 37243 does not cover, and the code that does.
struct Exclusion {
  UnitKind kind = UnitKind::unspecified;  ///< unspecified: the sector alone decides
  std::vector<std::string> sectors;       ///< sector names, English or Chinese
  std::string governed_by;                ///< "GB 50156", ...; empty: no rule is held
  Text reason;
  std::string source;
  Confidence confidence = Confidence::recalled;
};

struct RulePack {
  std::string id;
  Text title;
  LimitTable individual_risk_existing;  ///< 1/yr
  LimitTable individual_risk_new;       ///< 1/yr
  LimitTable overpressure;              ///< Pa
  std::string blast_curve;              ///< the curve that the overpressure rule prescribes
  std::string blast_curve_source;
  Confidence blast_curve_confidence = Confidence::recalled;
  SocietalCriterion societal_risk;
  std::string scope_rule_id;  ///< of the exclusions
  std::vector<Exclusion> exclusions;
  OccupancyTable occupancy;

  /// Every rule id of the pack, in the order of the pack.
  [[nodiscard]] std::vector<std::string> rule_ids() const;
};

/// The exclusion that applies to a unit by its kind or its sector (compared without regard to blanks and ASCII case);
/// null when the pack's rules govern it.
[[nodiscard]] const Exclusion* exclusion_for(const RulePack& pack, UnitKind kind, std::string_view sector);

/// The rules that an id names: itself, or every rule below it ("gb36894.individual_risk" names .existing and .new).
[[nodiscard]] std::vector<std::string> rules_named(const RulePack& pack, std::string_view id);

}  // namespace sise
