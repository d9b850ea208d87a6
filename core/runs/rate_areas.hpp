// The sums of a rating over areas and over the district. Not for use outside core/runs.
#pragma once
#include <span>

#include "core/rating/register/link_register.hpp"
#include "core/runs/rate.hpp"

namespace sise {

/// The colour of a place by the area method, from the worst grade of each sector there.
[[nodiscard]] Grade grade_of_layers(std::span<const Grade> layers, const AreaRules& rules);

/// Whose a danger is.
struct DangerLinks {
  Owners owners;
  NamedPoints points;
};

/// Fills result.danger_places and danger_areas: a danger lies at its own coordinates, else where its point does, else in the
/// village or town that it names, else where its enterprise does.
void place_dangers(Register& reg, const DangerLinks& links, const PlaceLadder& ladder, RateResult& result);

/// Fills result.sets and result.district. Sums over a set's areas and what it leaves out equal the district.
void sum_areas(const Register& reg, RateResult& result);

}  // namespace sise
