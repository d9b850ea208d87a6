// The probability that one scenario in one weather kills a person who stands at one place, outdoors and unprotected.
#pragma once
#include <memory>

#include "core/accidents/risk_inputs.hpp"
#include "core/effects/concentration_field.hpp"
#include "core/study/study.hpp"

namespace sise {

/// The pack's cut-off: probabilities below harm.min_probability count as 0 (default 0: nothing is cut off).
[[nodiscard]] double with_cut_off(double probability, const HarmPack& harm);

/// Death by a toxic concentration that lasts as long as the release, prepared once per release.
/// P = Φ(Y − 5), Y = a + b ln(Cⁿ t), t = min(duration, the pack's cap).
class ToxicHarm {
 public:
  ToxicHarm(const ToxicRelease& release, const HarmPack& harm);

  /// From ln of the concentration in kg/m3; −infinity gives 0.
  [[nodiscard]] double probability(double ln_concentration_kg_m3) const;
  /// Y − 5 at 1 kg/m3, and how much it rises with ln of the concentration.
  [[nodiscard]] double at_one_kg_m3() const { return at_unit_concentration_ - 5.0; }
  [[nodiscard]] double per_ln_concentration() const { return per_ln_concentration_; }

 private:
  double at_unit_concentration_{0.0};  ///< Y at 1 kg/m3
  double per_ln_concentration_;        ///< b n
  double min_probability_;
};

/// The release's gas in a weather of the rose (ambient with that speed and stability), coming out at `rate_kg_s` without end.
/// The steady cloud for as long as the release lasts brings at least the toxic load of the real one, which far away is
/// thinner for longer; the peak of a short cloud for as long as its release would bring too little. Nobody asks about less than
/// `least_kg_m3`.
[[nodiscard]] std::unique_ptr<const ConcentrationField> field_in(const RiskInputs& inputs, const ToxicRelease& release,
                                                                 double rate_kg_s, double speed_m_s,
                                                                 Stability stability, double least_kg_m3 = 0.0);

/// How far an explosion kills: the outermost distance with the pack's lethal overpressure on the chosen blast curve.
/// Throws ModelError where the curve does not reach that pressure within its fit.
[[nodiscard]] double lethal_radius_m(const BlastEvent& explosion, const ModelChoice& model, const HarmPack& harm);

}  // namespace sise
