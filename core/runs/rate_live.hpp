// Live readings on top of a rating. Not for use outside core/runs.
#pragma once
#include "core/rating/register/placement.hpp"
#include "core/runs/rate.hpp"

namespace sise {

/// Fills result.live from reg.detectors: whose each is, where it stands, its alarm, and what that makes of points, enterprises
/// and areas. Call after everything else is rated: nothing that is rated changes.
void add_live(Register& reg, const PlaceLadder& ladder, RateResult& result);

}  // namespace sise
