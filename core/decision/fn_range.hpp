// Between which zones the judgement of an enterprise's F-N curve may lie.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "core/criteria/fn_lines.hpp"
#include "core/decision/fn_judgement.hpp"
#include "core/decision/societal_study.hpp"
#include "core/grid/progress.hpp"

namespace sise {

/// The mildest and the strictest judgement of all that was asked, the curve as it is among them, and what by itself moves the
/// zone: recalled values behind generated scenarios at the ends of their ranges, dense clouds mixed as another model has it.
struct FnRange {
  FnJudgement low, high;
  bool by_open_values = false;
  bool by_mixing = false;

  /// The zone hangs on it.
  [[nodiscard]] bool straddles() const { return low.zone != high.zone; }
};

/// Of an enterprise whose curve as it is was judged so. What could not change the zone is not asked, as in a review: a line that is
/// exceeded ten times or more, or met to less than a tenth. nullopt: nothing was asked. Throws ModelError, Interrupted.
[[nodiscard]] std::optional<FnRange> range_of(const SocietalStudy& study, std::size_t enterprise,
                                              const FnJudgement& as_it_is, const FnCriterion& criterion,
                                              Progress* progress);

/// "between X and Y, by …"; empty where the zone does not hang on it.
[[nodiscard]] Text range_in_words(const std::optional<FnRange>& range);

}  // namespace sise
