// The effects of fires: fireball, pool fire, jet fire, flash fire.
#pragma once
#include <memory>

#include "core/effects/concentration_field.hpp"
#include "core/effects/effect.hpp"

namespace sise {

/// CCPS, solid flame: a sphere above the source; no wind. Radiation lasts as long as the fireball.
[[nodiscard]] std::unique_ptr<Effect> fireball_effect(const FireballEvent& event, const EffectOptions& options);

/// Thomas' flame leaning with the wind at 10 m, Mudan's emissive power. Below the leaning flame is inside it.
[[nodiscard]] std::unique_ptr<Effect> pool_fire_effect(const PoolFireEvent& event, const Weather& weather,
                                                       const EffectOptions& options);

/// Chamberlain's flame of a level jet: with the wind at 10 m, or in still air (the longest flame) along its own bearing.
[[nodiscard]] std::unique_ptr<Effect> jet_fire_effect(const JetFireEvent& event, const Weather& weather,
                                                      const EffectOptions& options);

/// The release's gas averaged over 18.75 s, against the lower flammable limit.
[[nodiscard]] std::unique_ptr<Effect> flash_fire_effect(const FlashFireEvent& event, const Weather& weather,
                                                        const EffectOptions& options);

/// The gas of a flammable release, averaged over the time in which a pocket of it can burn: 18.75 s (CPR 14E).
[[nodiscard]] std::unique_ptr<const ConcentrationField> flammable_field(const FlammableRelease& release,
                                                                        const Weather& weather,
                                                                        const EffectOptions& options);

}  // namespace sise
