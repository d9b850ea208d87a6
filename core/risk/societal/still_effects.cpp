#include "core/risk/societal/still_effects.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/kernels/explosion_death.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

constexpr double kLeastDeath = 1e-9;

/// A charge kills outdoors by the pack, indoors by what its pressure does to buildings.
StillEffect of_charge(const RiskInputs& inputs, const BlastEvent& charge, double frequency_per_year,
                      const PeopleVulnerability& people, const PeopleIndoors& where) {
  const std::shared_ptr<const Effect> blast = prepare_effect(charge, inputs.ambient, effect_options(inputs.model));
  std::function<double(double)> outdoors;
  double reach = 0.0;
  if (inputs.harm.blast_death.empty()) {
    const double radius = lethal_radius_m(charge, inputs.model, inputs.harm);
    reach = radius;
    outdoors = [radius](double r_m) { return r_m <= radius ? 1.0 : 0.0; };
  } else {
    const auto death = std::make_shared<const ExplosionDeath>(charge, inputs.model, inputs.harm);
    reach = death->reach_m(kLeastDeath);
    outdoors = [death](double r_m) { return death->probability(r_m); };
  }
  const double lethal_m = farthest_m(*blast, people.lethal_overpressure_pa).value_or(0.0);
  const double damage_m = farthest_m(*blast, people.indoors_overpressure_pa).value_or(0.0);
  const double by_walls = people.indoors_overpressure_death;
  return {frequency_per_year, std::max(reach, damage_m), 0.0,
          [outdoors, lethal_m, damage_m, by_walls, where](double x, double y) {
            const double r_m = std::hypot(x, y);
            const double indoors = r_m <= lethal_m ? 1.0 : (r_m <= damage_m ? by_walls : 0.0);
            return mixed(outdoors(r_m), indoors, where);
          }};
}

}  // namespace

StillThere::StillThere(const StillEffect& effect, double convergence_deg)
    : effect_(effect),
      east_(std::sin((effect.axis_deg - convergence_deg) * kDegree)),
      north_(std::cos((effect.axis_deg - convergence_deg) * kDegree)) {}

std::optional<StillEffect> still_effect(const RiskInputs& inputs, const RiskCase& c, const PeopleVulnerability& people,
                                        const PeopleIndoors& where) {
  if (const BlastEvent* charge = explosion_of(c))
    return of_charge(inputs, *charge, c.frequency_per_year, people, where);
  const CaseShape shape = shape_of(c);
  if (shape != CaseShape::round && shape != CaseShape::own) return std::nullopt;
  constexpr double kAnySpeed_m_s = 1.0;  // they need no weather
  const auto deaths =
      std::make_shared<const std::vector<EffectDeath>>(case_deaths(inputs, c, kAnySpeed_m_s, Stability::D));
  double reach = 0.0;
  for (const EffectDeath& death : *deaths) reach = std::max(reach, EffectOnPeople(death, people).reach_m());
  const double axis_deg = own_bearing_deg(c.effects.front()).value_or(0.0);
  return StillEffect{c.frequency_per_year, reach, axis_deg, [deaths, &people, where](double x_m, double y_m) {
                       return death_there(*deaths, x_m, y_m, people, where);
                     }};
}

}  // namespace sise
