// Criteria of law as they come out of a data file: each value with its source and confidence.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/study/target.hpp"
#include "core/study/unit.hpp"
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
  std::string quantity;
  std::string unit;
  std::array<Limit, 5> by_class;

  [[nodiscard]] const Limit& of(TargetClass target_class) const { return by_class.at(static_cast<std::size_t>(target_class)); }
};

/// A kind of unit or a sector that GB/T 37243 does not cover, and the code that does.
struct Exclusion {
  UnitKind kind = UnitKind::unspecified;  ///< unspecified: the sector decides
  std::vector<std::string> sectors;       ///< sector names, English or Chinese
  std::string governed_by;                ///< "GB 50156", ...
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
  std::vector<Exclusion> exclusions;
};

}  // namespace sise
