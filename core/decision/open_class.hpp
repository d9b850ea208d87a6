// What a check means while the class of a place is open.
#pragma once
#include <vector>

#include "core/criteria/rule_pack.hpp"
#include "core/decision/review.hpp"

namespace sise {

/// The table of limits that a check was made against; null for a check without one.
[[nodiscard]] const LimitTable* table_of(const ReviewCheck& check, const RulePack& rules);

/// A breach that even the mildest class would not keep is no matter of the size: it is no longer held open. Of the others
/// each says what would make it pass.
void settle_open_class(std::vector<ReviewCheck>& checks, const RulePack& rules, const OpenClass& open,
                       bool one_building);

/// Of a place whose use is not said: which classes could stand there by all of the checks, which decide nothing themselves.
[[nodiscard]] ReviewCheck what_may_stand(std::vector<ReviewCheck>& checks, const RulePack& rules, const Target& target);

}  // namespace sise
