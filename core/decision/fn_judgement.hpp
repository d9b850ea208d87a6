// An F-N curve against the lines of a criterion.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/criteria/fn_lines.hpp"
#include "core/risk/societal/fn_curve.hpp"
#include "models/base/text.hpp"

namespace sise {

/// From best to worst.
enum class FnZone { acceptable, alarp, unacceptable };
[[nodiscard]] std::string_view name_of(FnZone zone);
[[nodiscard]] Text label_of(FnZone zone);

/// Where a curve comes closest to a line, or exceeds it most.
struct FnWorst {
  double deaths = 0.0;
  double per_year = 0.0;  ///< F there
  double limit = 0.0;
  [[nodiscard]] double ratio() const { return per_year / limit; }
};

struct FnJudgement {
  FnZone zone = FnZone::acceptable;
  std::optional<FnWorst> upper;        ///< none: no accident kills as many as the lines speak of
  std::optional<FnWorst> lower;        ///< the same against the lower line
  std::optional<FnWorst> beyond;       ///< more deaths than are acceptable at any frequency: how many, how often
  double most_deaths = 0.0;            ///< of any outcome
  double at_least_one_per_year = 0.0;  ///< F at the fewest deaths that the lines speak of
};

/// N is a real number; F is compared from the criterion's fewest deaths on. A value equal to a line keeps it.
[[nodiscard]] FnJudgement judged(const std::vector<FnStep>& steps, const FnCriterion& criterion);

/// The curve rises above what it was, by more than a billionth, where it lies above the lower line (where there is no lower
/// line: anywhere).
[[nodiscard]] bool rises_in_band(const std::vector<FnStep>& before, const std::vector<FnStep>& after,
                                 const FnCriterion& criterion);

}  // namespace sise
