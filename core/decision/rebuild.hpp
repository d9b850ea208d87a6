// A proposed unit that takes the place of units which stand: what is better, what is worse, and what that does to its breaches.
// Not for use outside decision.
#pragma once
#include <vector>

#include "core/decision/checks.hpp"

namespace sise {

inline constexpr const char* kImprovementNotSufficient = "sise.improvement_not_sufficient";

/// Sise's own rule, after Art. 22 of the law on the safety of hazardous chemicals (existing sites that fail are rectified): where
/// the unit puts less risk than those that it replaces on every place whose limit is broken, and nowhere on a protected target
/// more, its breaches are told for information, and the answer is conditional with a date. Else they stand, and it is said where
/// it gets worse. Before and after go to the decision's remarks.
void judge_rebuild(const ReviewContext& context, const Proposal& proposal, const UnitStatus& status,
                   const std::vector<Target>& targets, std::vector<ReviewCheck>& checks, Decision& decision);

}  // namespace sise
