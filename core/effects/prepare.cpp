// One question for every kind of event.
#include "core/effects/event_effects.hpp"

namespace sise {

std::unique_ptr<Effect> prepare_effect(const EffectEvent& event, const Weather& weather, const EffectOptions& options) {
  return std::visit([&](const auto& one) { return effect_of(one, weather, options); }, event);
}

EffectOptions effect_options(const ModelChoice& model, Receiver receiver) {
  EffectOptions options;
  options.sigma = model.sigma;
  options.transport_wind = model.transport_wind;
  options.receptor_height_m = model.receptor_height_m;
  options.blast_curve = model.blast_curve;
  options.receiver = receiver;
  return options;
}

std::optional<double> own_bearing_deg(const EffectEvent& event) {
  return std::visit(
      [](const auto& one) -> std::optional<double> {
        if constexpr (requires { one.bearing_deg; }) {
          return one.bearing_deg;
        } else {
          return std::nullopt;
        }
      },
      event);
}

bool needs_no_weather(const EffectEvent& event) { return feels(event) == Feels::nothing; }

}  // namespace sise
