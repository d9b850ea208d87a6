// What a harm pack says about a person outdoors.
#pragma once
#include "models/harm/harm_pack.hpp"
#include "models/harm/probit.hpp"

namespace sise {

/// Toxic: the probit on the concentration and on the exposure, which counts at most as long as the pack says.
[[nodiscard]] double outdoor_toxic_death(const HarmPack& pack, const ToxicProbit& probit, double concentration_mg_m3,
                                         double duration_s);

/// Blast by a pack with a threshold: 1 at and above the pack's lethal side-on overpressure, 0 below. A NaN (inside a curve's inner edge) is not
/// an answer and stays NaN.
[[nodiscard]] double outdoor_blast_death(const HarmPack& pack, double overpressure_pa);

/// The same for any pack: with its threshold, or with the functions that it names for death by blast, their harms being
/// independent. The impulse (side-on, Pa s) is not looked at by packs that need none (blast_death_needs_impulse). NaN in a
/// dose that is needed stays NaN. The cut-off holds.
[[nodiscard]] double outdoor_blast_death(const HarmPack& pack, double overpressure_pa, double impulse_pa_s);

/// Heat: 1 at and above the pack's lethal radiation, else its thermal probit with the exposure capped; 0 below the lethal
/// radiation of a pack without a thermal probit.
[[nodiscard]] double outdoor_heat_death(const HarmPack& pack, double radiation_w_m2, double duration_s);

}  // namespace sise
