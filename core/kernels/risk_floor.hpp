// Where risk ends.
#pragma once

namespace sise {

/// Risk below this, per year, is a numeric floor: a unit's reach ends where even a person who always stands where its
/// effects are worst would stay below it. It lies eight decades under the lowest criterion.
inline constexpr double risk_floor_per_year = 1e-15;

}  // namespace sise
