// The effects of explosions: a charge on the source, a vapour cloud downwind of it.
#pragma once
#include <memory>

#include "core/effects/effect.hpp"

namespace sise {

/// By the blast curve of the options. Nearer than its fit the value is that at the inner edge: there is no less.
[[nodiscard]] std::unique_ptr<Effect> blast_effect(const BlastEvent& event, const EffectOptions& options);

/// Multi-energy with the energy of the flammable mass, where a blast class is stated. Else TNT equivalency after Chinese
/// practice (4 % of the heat, TNT at 4.52 MJ/kg) on the blast curve of the options, the charge 1.8 times as large where
/// that curve is one of free air. The mass is what the plume holds between the limits, at most what comes out. nullptr where
/// the plume is flammable nowhere and no mass is stated.
[[nodiscard]] std::unique_ptr<Effect> cloud_explosion_effect(const CloudExplosionEvent& event, const Weather& weather,
                                                             const EffectOptions& options);

}  // namespace sise
