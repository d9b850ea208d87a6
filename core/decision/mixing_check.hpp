// What the mixing of dense clouds may do to a check of individual risk. Not for use outside decision.
#pragma once
#include <functional>
#include <vector>

#include "core/decision/checks.hpp"

namespace sise {

/// The risk of one unit with dense clouds where a check has its worst place.
struct MixedRisk {
  double risk_per_year = 0.0;
  double nearer = 0.0;                  ///< as if its accidents reached less far by the factor within which it is asked
  double farther = 0.0;                 ///< or so much farther
  std::function<double()> otherwise{};  ///< its dense clouds mixed the other way
};

/// Of units of an assessment; empty where nobody asks.
[[nodiscard]] std::vector<MixedRisk> mixed_risks(const Assessment& assessment, const WarningBrackets& brackets,
                                                 Point place, const std::vector<std::size_t>& units);

/// Whether another way of mixing could change what the check does to a verdict, as far as can be told before it is asked. What
/// is open anyway is not asked, nor what passes at less than a tenth of its limit.
[[nodiscard]] bool mixing_may_matter(const ReviewCheck& check);

/// Tells the check, whose `bracket` and `low` say what its warnings leave possible, what the mixing leaves possible too, unit by
/// unit, and names it among the warnings; where accidents that reach so much farther (or less far) do not change the outcome it
/// stays as it is. Units that would then change by less than a hundredth of the limit count as they are.
void ask_mixing(ReviewCheck& check, const std::vector<MixedRisk>& risks);

}  // namespace sise
