// The British advice beside our verdict.
#pragma once
#include "core/criteria/advice.hpp"
#include "core/decision/review.hpp"

namespace sise {

/// Fills decision.advice and adds its sentence to the reasons, for a development whose use and size the pack understands. Each
/// enterprise is a hazard of its own, its zone by the largest risk on the parcel: whatever lies innermost counts for the whole.
void add_advice(const Proposal& proposal, const AdvicePack& pack, Decision& decision);

}  // namespace sise
