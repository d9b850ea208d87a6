// A parcel of a land-use plan as a proposal: what its code says, with what is known of its size.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/land_use_codes.hpp"
#include "core/criteria/rule_pack.hpp"
#include "core/decision/review.hpp"

namespace sise {

/// A parcel as the plan has it: the target's id, name, shape, people and height, and what it is to be used for.
struct PlanParcel {
  Target target;
  WrittenUse written;         ///< code and name as they stand in the plan
  LandUseFound land_use;      ///< what they mean; its fault, where they mean nothing, is told elsewhere
  Occupancy facts;            ///< `use` empty: the code tells it
  bool class_stated = false;  ///< the layer names a class, which `target` has
};

/// The proposal to review. Of a parcel whose size is not known the class is the strictest that it may have, and the
/// proposal says how far that is open; a code that covers several uses likewise. Mixed uses take the strictest part.
[[nodiscard]] Proposal proposal_of(const PlanParcel& parcel, const LandUseTable& table, const RulePack& rules);

}  // namespace sise
