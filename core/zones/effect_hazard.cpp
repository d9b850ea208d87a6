#include "core/zones/effect_hazard.hpp"

#include <utility>

#include "models/base/error.hpp"

namespace sise {
namespace {

std::unique_ptr<const Effect> prepared(const Incident& incident) {
  std::unique_ptr<const Effect> effect =
      prepare_effect(*incident.event, incident.weather, effect_options(incident.model, incident.receiver));
  if (effect) return effect;
  throw InputError(
      "nowhere_flammable",
      {"the released gas is nowhere as rich as its lower flammable limit, so no cloud can explode",
       "释放的气体在任何地点都达不到爆炸下限,不会形成可爆炸的气云"},
      {.field = "source"},
      {"Check rate and weather, or state flammable_mass_kg", "请检查泄漏速率与气象,或给出 flammable_mass_kg"});
}

Axis axis_of(const Incident& incident, const Effect& effect) {
  Axis axis{.bearing_deg = downwind_bearing_deg(incident), .half_width_deg = incident.wind_from_uncertainty_deg};
  if (effect.axis() != EffectAxis::wind) axis.half_width_deg = 0.0;
  if (effect.axis() == EffectAxis::own) axis.bearing_deg = *own_bearing_deg(*incident.event) - incident.convergence_deg;
  axis.falls_off_axis = effect.quantity() != EffectQuantity::radiation_w_m2;  // a long flame heats more to its sides
  return axis;
}

}  // namespace

EffectHazard::EffectHazard(const Incident& incident) : EffectHazard(incident, prepared(incident)) {}

EffectHazard::EffectHazard(const Incident& incident, std::unique_ptr<const Effect> effect)
    : AxialHazard(incident.source, axis_of(incident, *effect)), effect_(std::move(effect)) {}

void EffectHazard::evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& /*rule*/,
                            std::span<double> out) const {
  effect_->values(x_m, y_m, out);
}

std::optional<double> EffectHazard::reach_m(double level) const { return farthest_m(*effect_, level); }

}  // namespace sise
