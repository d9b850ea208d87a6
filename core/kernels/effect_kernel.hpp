// From a unit's fires and cloud explosions to the risk around it: round ones by distance alone, the others over distance
// and bearing, those with the wind turned through the rose.
#pragma once
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/grid/progress.hpp"
#include "core/kernels/effect_table.hpp"
#include "core/kernels/lethal_disc.hpp"
#include "core/kernels/radial_tail.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// Of one unit's round effects: discs where death is certain, and what lies outside them.
struct RoundEffects {
  std::vector<LethalDisc> discs;
  std::vector<RadialTail> tails;

  [[nodiscard]] double reach_m() const;
};

/// Explosions on the unit, fireballs, and vapour clouds of a stated mass. Throws ModelError where a blast curve does not
/// reach the lethal pressure within its fit.
[[nodiscard]] RoundEffects round_effects(const RiskInputs& inputs, const RiskUnit& unit);

/// Nodes for what is not round: 100 rings or more, at most a metre apart, out to where the risk ends.
[[nodiscard]] EffectAxes effect_axes(const RiskInputs& inputs, const RiskUnit& unit,
                                     const std::vector<WeatherGroup>& groups);

/// Runs in parallel over distances; the same bytes for any number of threads.
[[nodiscard]] EffectTable effect_table(const RiskInputs& inputs, const RiskUnit& unit,
                                       const std::vector<WeatherGroup>& groups, const EffectAxes& axes,
                                       Progress* progress);

}  // namespace sise
