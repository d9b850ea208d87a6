// The probability that an explosion kills a person who stands outdoors at a distance, by the pack's functions of blast.
#pragma once
#include "core/accidents/risk_inputs.hpp"

namespace sise {

/// For packs with functions of blast instead of a threshold (HarmPack::blast_death). Prepared once per explosion.
class ExplosionDeath {
 public:
  /// Throws ModelError when the pack needs the impulse and the blast curve does not give it.
  ExplosionDeath(const BlastEvent& explosion, const ModelChoice& model, const HarmPack& harm);

  /// 1 nearer than where the curve begins, 0 beyond its end (see reach_m). Falls outwards.
  [[nodiscard]] double probability(double r_m) const;

  /// Farthest distance with this probability of death. Throws ModelError where the curve ends before.
  [[nodiscard]] double reach_m(double probability) const;

 private:
  double tnt_kg_;
  BlastCurve curve_;
  const HarmPack& harm_;
  bool needs_impulse_;
  double inner_m_ = 0.0;
  double outer_m_ = 0.0;
};

}  // namespace sise
