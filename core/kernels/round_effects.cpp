#include "core/kernels/round_effects.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>

#include "core/kernels/effect_death.hpp"
#include "core/kernels/explosion_death.hpp"
#include "core/kernels/risk_floor.hpp"
#include "core/kernels/scenario_harm.hpp"

namespace sise {
namespace {

constexpr double kTailStep_m = 2.0;
constexpr double kFewestTailSteps = 200.0;
// A weather for what needs none.
constexpr double kAnySpeed_m_s = 1.0;
constexpr Stability kAnyStability = Stability::D;

/// A case whose only effect needs no weather.
EffectDeath only_death(const RiskInputs& inputs, const RiskCase& c) {
  return std::move(case_deaths(inputs, c, kAnySpeed_m_s, kAnyStability).front());
}

/// A disc where death is certain, and the tail outside it.
void add_falling(double certain_m, double outer_m, double frequency_per_year,
                 const std::function<double(double)>& death_at_m, RoundEffects& round) {
  constexpr double kBeyondEdge_m = 2e-6;  // farthest_m is a millionth inside
  if (certain_m > 0.0) round.discs.push_back({certain_m, frequency_per_year});
  if (outer_m - certain_m < 2.0 * kBeyondEdge_m) return;
  const double steps = std::max(kFewestTailSteps, std::ceil((outer_m - certain_m) / kTailStep_m));
  const auto last = static_cast<std::size_t>(steps);
  std::vector<double> risk;
  for (std::size_t i = 0; i <= last; ++i) {
    const double r_m =
        certain_m + (outer_m - certain_m) * static_cast<double>(i) / steps + (i == 0 ? kBeyondEdge_m : 0.0);
    risk.push_back(std::max(frequency_per_year * death_at_m(r_m), risk_floor_per_year));
  }
  round.tails.emplace_back(certain_m, outer_m, risk);
}

void add_round(const EffectDeath& death, double frequency_per_year, RoundEffects& round) {
  const double certain_m = death.reach_m(1.0).value_or(0.0);
  const double outer_m = death.reach_m(risk_floor_per_year / frequency_per_year).value_or(0.0);
  add_falling(
      certain_m, outer_m, frequency_per_year,
      [&death](double r_m) { return death.by_value(death.effect().value(r_m, 0.0)); }, round);
}

/// By a pack's threshold everybody dies within a disc; by its functions death falls with the distance.
void add_explosion(const RiskInputs& inputs, const BlastEvent& charge, double frequency_per_year, RoundEffects& round) {
  if (inputs.harm.blast_death.empty()) {
    round.discs.push_back({lethal_radius_m(charge, inputs.model, inputs.harm), frequency_per_year});
    return;
  }
  const ExplosionDeath death(charge, inputs.model, inputs.harm);
  const double least = risk_floor_per_year / frequency_per_year;
  if (least >= 1.0) return;
  add_falling(
      death.reach_m(1.0), death.reach_m(least), frequency_per_year,
      [&death](double r_m) { return death.probability(r_m); }, round);
}

}  // namespace

double RoundEffects::reach_m() const {
  double reach = 0.0;
  for (const LethalDisc& disc : discs) reach = std::max(reach, disc.radius_m);
  for (const RadialTail& tail : tails) reach = std::max(reach, tail.outer_m());
  return reach;
}

RoundEffects round_effects(const RiskInputs& inputs, const RiskUnit& unit) {
  RoundEffects round;
  for (const RiskCase& c : unit.cases) {
    if (const BlastEvent* charge = explosion_of(c)) {
      add_explosion(inputs, *charge, c.frequency_per_year, round);
    } else if (shape_of(c) == CaseShape::round) {
      add_round(only_death(inputs, c), c.frequency_per_year, round);
    }
  }
  return round;
}

}  // namespace sise
