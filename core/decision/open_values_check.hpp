// What recalled values behind generated scenarios may do to a check of risk. Not for use outside decision.
#pragma once
#include <functional>
#include <vector>

#include "core/decision/checks.hpp"

namespace sise {

/// A recalled value of generated scenarios that nobody confirmed, and whose range may be asked.
[[nodiscard]] bool open_in_range(const Link& link);
/// All of those hold in their range: what they were asked for stays what it is.
void hold_in_range(Chain& rests_on);

/// The risks that a check sums up, each with what it may be.
struct OpenRisk {
  double risk_per_year = 0.0;
  bool open = false;                ///< rests on recalled values that nobody confirmed
  std::function<double()> least{};  ///< of an open one
  std::function<double()> most{};
};

/// Of units of the study at a place.
[[nodiscard]] std::vector<OpenRisk> open_risks(const ReviewContext& context, Point place,
                                               const std::vector<std::size_t>& units);

/// A breach that rests on recalled values of generated scenarios stands where the risk breaks the limit with all of them at
/// their milder ends; those links of the check then hold in their range. It is not asked where a recalled limit or
/// toxicity keeps it open anyway. A check that passes at a tenth of its limit or more learns the most that they leave
/// possible. Of units that make less than a hundredth of the limit a breach counts nothing, and a passed check what
/// they are.
void ask_open_values(ReviewCheck& check, const std::vector<OpenRisk>& risks);

}  // namespace sise
