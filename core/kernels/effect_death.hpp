// The probability that a fire or an explosion kills a person who stands outdoors and unprotected at one place.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/effects/effect.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// One effect in one weather, judged by a harm pack: heat and blast as the pack says, a burning cloud kills everybody in it.
class EffectDeath {
 public:
  /// Keeps a reference to the pack. Throws ModelError when the pack has no rule for the effect by its value alone.
  EffectDeath(std::unique_ptr<const Effect> effect, const HarmPack& harm);

  [[nodiscard]] const Effect& effect() const { return *effect_; }
  /// Probability of death by a value of the effect; an overpressure beyond its curve's end (NaN) kills nobody.
  [[nodiscard]] double by_value(double value) const;
  /// Death is certain from this value on, and may jump to it; infinite where the pack has no such value.
  [[nodiscard]] double certain_value() const { return certain_value_; }

  /// Where P jumps, by values of the effect, rising: the pack's cut-off, and what makes death certain.
  [[nodiscard]] const std::vector<double>& jump_values() const { return jump_values_; }
  /// The heat probit less 5 as at_one + per_ln · ln(radiation in W/m2), before cut-off and certain value; nullopt where the
  /// pack has none.
  struct HeatProbit {
    double at_one = 0.0;
    double per_ln = 0.0;
  };
  [[nodiscard]] std::optional<HeatProbit> heat_probit() const;
  [[nodiscard]] double least_counted_death() const { return harm_->min_probability; }

  /// P changes between its jumps as well.
  [[nodiscard]] bool falls_gradually() const;

  /// Between which jumps a value lies, as bounds (lower included, upper not).
  struct Side {
    double from = 0.0;
    double to = 0.0;
  };
  [[nodiscard]] Side side_of(double value) const;
  /// by_value with the value taken into the bounds: P continued across its jumps.
  [[nodiscard]] double by_value_within(double value, const Side& side) const;

  /// The same as reach_m, not below it, 0: nowhere; found with few questions, because a flame that is not tabulated is
  /// expensive to ask.
  [[nodiscard]] double kernel_reach_m(double probability) const;

  /// Farthest distance from the source where death is at least this likely; nullopt: nowhere. Throws ModelError where a
  /// blast curve ends before the pressure has fallen so far.
  [[nodiscard]] std::optional<double> reach_m(double probability) const;

 private:
  /// The least value that kills with this probability; infinite: none does.
  [[nodiscard]] double value_with(double probability) const;

  std::unique_ptr<const Effect> effect_;
  const HarmPack* harm_;
  double certain_value_;
  std::vector<double> jump_values_;
};

/// All effects of one case in one weather of the rose, those that come to nothing left out. What happens together kills
/// with 1 - product(1 - P).
[[nodiscard]] std::vector<EffectDeath> case_deaths(const RiskInputs& inputs, const RiskCase& c, double speed_m_s,
                                                   Stability stability, const CloudMasses* cloud_masses = nullptr);

/// How the effects of a case lie around its source.
enum class CaseShape {
  none,  ///< it has no effects, or toxic ones only
  round,
  own,   ///< a jet along its own bearing
  wind,  ///< with the wind, or several effects together
};
[[nodiscard]] CaseShape shape_of(const RiskCase& c);

}  // namespace sise
