// Lines that an F-N curve is compared with: how often accidents may kill N people or more.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/rule_pack.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"

namespace sise {

struct FnPoint {
  double deaths = 0.0;
  double per_year = 0.0;
};

/// Straight between its points on logarithmic axes, and on beyond them.
struct FnLine {
  std::vector<FnPoint> points;  ///< by rising deaths, at least two

  [[nodiscard]] double at(double deaths) const;
};

/// The lines of one country. Above the upper one the risk is unacceptable, below the lower one acceptable, between them to be
/// brought as low as reasonably practicable. Without a lower line what keeps the upper one is acceptable.
struct FnCriterion {
  std::string id;
  std::string rule_id;  ///< what the office confirms, and whose clauses are .upper, .lower and .n_max
  Text title;
  Text note;
  std::string source;
  Confidence confidence = Confidence::recalled;
  double fewest_deaths = 1.0;  ///< the lines say nothing of fewer
  FnLine upper;
  std::optional<FnLine> lower;
  std::optional<Limit> largest_n;  ///< more deaths are unacceptable at any frequency
};

/// The lines of a rule pack.
[[nodiscard]] FnCriterion fn_criterion(const RulePack& pack);

}  // namespace sise
