// What a harm pack says about a person outdoors.
#pragma once
#include "models/harm/harm_pack.hpp"
#include "models/harm/probit.hpp"

namespace sise {

/// Toxic: the probit on the concentration and on the exposure, which counts at most as long as the pack says.
[[nodiscard]] double outdoor_toxic_death(const HarmPack& pack, const ToxicProbit& probit, double concentration_mg_m3,
                                         double duration_s);

/// Blast: 1 at and above the pack's lethal side-on overpressure and 0 below; or, for a pack that names functions, the
/// probability that one of their harms kills, 1 - product(1 - P), with the pack's cut-off. A NaN (inside a curve's inner
/// edge) is not an answer and stays NaN.
[[nodiscard]] double outdoor_blast_death(const HarmPack& pack, double overpressure_pa);

/// The same with the impulse (side-on, Pa s), which packs need whose functions depend on it (blast_death_needs_impulse):
/// without it they answer NaN.
[[nodiscard]] double outdoor_blast_death(const HarmPack& pack, double overpressure_pa, double impulse_pa_s);

/// Heat: 1 at and above the pack's lethal radiation, else its thermal probit with the exposure capped; 0 below the lethal
/// radiation of a pack without a thermal probit.
[[nodiscard]] double outdoor_heat_death(const HarmPack& pack, double radiation_w_m2, double duration_s);

}  // namespace sise
