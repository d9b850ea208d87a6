// A unit's explosions and fireballs: risk by the distance alone, whatever the wind.
#pragma once
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/kernels/lethal_disc.hpp"
#include "core/kernels/radial_tail.hpp"

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

}  // namespace sise
