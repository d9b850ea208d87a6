// A verdict in words: why it is what it is, what else decides, what was only counted.
#pragma once
#include <vector>

#include "core/decision/review.hpp"

namespace sise {

/// The first sentence names the verdict and its cause; then come the other checks that decide, the class of the target
/// and what decided it, breaches that are for information only, what the map shows, and how many checks passed with the
/// nearest of them. `decides` tells the checks that do more than pass, in their order.
[[nodiscard]] std::vector<Text> reasons_of(const Decision& decision, const std::vector<const ReviewCheck*>& decides);

}  // namespace sise
