// The effect of every kind of event, one function each; prepare_effect() picks the one that belongs to an event.
#pragma once
#include <memory>

#include "core/effects/concentration_field.hpp"
#include "core/effects/effect.hpp"

namespace sise {

/// By the blast curve of the options. Nearer than its fit the value is that at the inner edge: there is no less.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const BlastEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// CCPS, solid flame: a sphere above the source; no wind. Radiation lasts as long as the fireball.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const FireballEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// Thomas' flame leaning with the wind at 10 m, Mudan's emissive power or the fuel's own where it burns bright. Below
/// the leaning flame is inside it.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const PoolFireEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// Chamberlain's flame of a level jet: with the wind at 10 m, or in still air (the longest flame) along its own bearing.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const JetFireEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// The release's gas averaged over 18.75 s, against the lower flammable limit.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const FlashFireEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// Multi-energy with the energy of the flammable mass, where a blast class is stated. Else TNT equivalency after Chinese
/// practice (4 % of the heat, TNT at 4.52 MJ/kg) on the blast curve of the options, the charge 1.8 times as large where
/// that curve is one of free air. The mass is what the plume holds between the limits, at most what comes out. nullptr where
/// the plume is flammable nowhere and no mass is stated.
[[nodiscard]] std::unique_ptr<Effect> effect_of(const CloudExplosionEvent& event, const Weather& weather,
                                                const EffectOptions& options);

/// The gas of a flammable release, averaged over the time in which a pocket of it can burn: 18.75 s (CPR 14E).
[[nodiscard]] std::unique_ptr<const ConcentrationField> flammable_field(const FlammableRelease& release,
                                                                        const Weather& weather,
                                                                        const EffectOptions& options);

}  // namespace sise
