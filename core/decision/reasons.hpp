// A verdict in words: why it is what it is, what else decides, what was only counted.
#pragma once
#include <vector>

#include "core/decision/review.hpp"

namespace sise {

/// What a check found, and what keeps a breach from being a veto or a passed check from being enough. Without its full stop.
[[nodiscard]] Text clause_of(const ReviewCheck& check);

/// The first sentence names the verdict and its cause; then come the other checks that decide, the class of the target
/// and what decided it, breaches that are for information only, what the map shows, and how many checks passed with the
/// nearest of them. `decides` tells the checks that do more than pass, in their order.
[[nodiscard]] std::vector<Text> reasons_of(const Decision& decision, const std::vector<const ReviewCheck*>& decides);

}  // namespace sise
