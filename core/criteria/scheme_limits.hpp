// A class scheme whose bounds are the limits of the rule pack in use.
#pragma once
#include "core/criteria/class_scheme.hpp"
#include "core/criteria/rule_pack.hpp"

namespace sise {

/// The scheme "which targets may stand here" (classes red, orange, yellow, blue) with the limits of a table as bounds:
/// red above general class 3, orange above class 2, yellow above the strictest class. A class that the limits leave empty
/// is dropped. Source and confidence become the table's; with a pack other than the scheme's own its title names the pack.
[[nodiscard]] ClassScheme with_limits(ClassScheme scheme, const LimitTable& limits, const RulePack& pack);

}  // namespace sise
