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

/// Death around a flame that looks alike from all sides, tabulated over the distance; where radiation passes what is surely
/// lethal, death may jump.
class RadialDeath {
 public:
  RadialDeath(const EffectDeath& death, double reach_m, const PeopleVulnerability& people, const PeopleIndoors& where)
      : jump_m_(std::min(reach_m, lethal_m(death, people))), step_m_(reach_m / kSteps) {
    constexpr double kBeside = 1e-9;
    std::vector<double> r_m;
    for (int i = 0; i <= kSteps; ++i) r_m.push_back(step_m_ * i);
    r_m.push_back(jump_m_ * (1.0 + kBeside) + kBeside);
    r_m.push_back(jump_m_);
    const std::vector<double> zero(r_m.size(), 0.0);
    std::vector<double> value(r_m.size());
    death.effect().values(r_m, zero, value);
    const EffectOnPeople effect(death, people);
    for (const double there : value) deaths_.push_back(mixed(effect.outdoors(there), effect.indoors(there), where));
    inside_ = deaths_.back();
    deaths_.pop_back();
    outside_ = deaths_.back();
    deaths_.pop_back();
  }

  [[nodiscard]] DayAndNight at(double r_m) const {
    const double place = std::min(r_m / step_m_, static_cast<double>(kSteps) - 1e-9);
    const auto node = static_cast<std::size_t>(place);
    Node from{step_m_ * static_cast<double>(node), deaths_[node]};
    Node to{from.r_m + step_m_, deaths_[node + 1]};
    if (from.r_m <= jump_m_ && jump_m_ < to.r_m) {
      if (r_m <= jump_m_) {
        to = {jump_m_, inside_};
      } else {
        from = {jump_m_, outside_};
      }
    }
    const double t = to.r_m > from.r_m ? (r_m - from.r_m) / (to.r_m - from.r_m) : 0.0;
    return {from.death.day + t * (to.death.day - from.death.day),
            from.death.night + t * (to.death.night - from.death.night)};
  }

 private:
  static constexpr int kSteps = 400;
  struct Node {
    double r_m = 0.0;
    DayAndNight death;
  };

  static double lethal_m(const EffectDeath& death, const PeopleVulnerability& people) {
    return farthest_m(death.effect(), EffectOnPeople(death, people).surely_lethal()).value_or(0.0);
  }

  double jump_m_;
  double step_m_;
  std::vector<DayAndNight> deaths_;
  DayAndNight inside_, outside_;  ///< of the jump
};

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
  const bool heat = deaths->size() == 1 && deaths->front().effect().quantity() == EffectQuantity::radiation_w_m2;
  if (shape == CaseShape::round && heat && reach > 0.0) {
    const RadialDeath radial(deaths->front(), reach, people, where);
    return StillEffect{c.frequency_per_year, reach, 0.0,
                       [radial](double x_m, double y_m) { return radial.at(std::sqrt(x_m * x_m + y_m * y_m)); }};
  }
  const double axis_deg = own_bearing_deg(c.effects.front()).value_or(0.0);
  return StillEffect{c.frequency_per_year, reach, axis_deg, [deaths, &people, where](double x_m, double y_m) {
                       return death_there(*deaths, x_m, y_m, people, where);
                     }};
}

}  // namespace sise
