// Where one weather carries a unit's fires and cloud explosions: the probability of death around the wind's axis.
#pragma once
#include <vector>

#include "core/kernels/effect_death.hpp"
#include "core/kernels/turn.hpp"

namespace sise {

/// Sum over a unit's wind-following cases of f · (1 - product(1 - P(r, phi))) in one weather, per year. Symmetric in phi,
/// and it may surround the source.
class EffectFootprint {
 public:
  /// Keeps a reference to the inputs' harm pack.
  EffectFootprint(const RiskInputs& inputs, const RiskUnit& unit, const WeatherGroup& weather);

  [[nodiscard]] bool empty() const { return cases_.empty(); }
  /// Beyond this no case adds more than `risk_per_year`.
  [[nodiscard]] double reach_m(double risk_per_year) const;

  /// The footprint at distance r, integrated between nodes step_rad apart, of which a whole number fill a half circle.
  /// Edges where death becomes certain (a flame's, a lethal pressure's) are found and integrated up to.
  [[nodiscard]] FootprintMasses masses(double r_m, double step_rad) const;

 private:
  struct Case {
    double frequency_per_year;
    std::vector<EffectDeath> deaths;
  };
  std::vector<Case> cases_;
};

}  // namespace sise
