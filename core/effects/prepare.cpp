// One function per kind of event behind one question.
#include "core/effects/blast_effects.hpp"
#include "core/effects/effect.hpp"
#include "core/effects/fire_effects.hpp"

namespace sise {
namespace {

struct Prepare {
  const Weather& weather;
  const EffectOptions& options;

  std::unique_ptr<Effect> operator()(const BlastEvent& event) const { return blast_effect(event, options); }
  std::unique_ptr<Effect> operator()(const FireballEvent& event) const { return fireball_effect(event, options); }
  std::unique_ptr<Effect> operator()(const PoolFireEvent& event) const {
    return pool_fire_effect(event, weather, options);
  }
  std::unique_ptr<Effect> operator()(const JetFireEvent& event) const {
    return jet_fire_effect(event, weather, options);
  }
  std::unique_ptr<Effect> operator()(const FlashFireEvent& event) const {
    return flash_fire_effect(event, weather, options);
  }
  std::unique_ptr<Effect> operator()(const CloudExplosionEvent& event) const {
    return cloud_explosion_effect(event, weather, options);
  }
};

}  // namespace

std::unique_ptr<Effect> prepare_effect(const EffectEvent& event, const Weather& weather, const EffectOptions& options) {
  return std::visit(Prepare{weather, options}, event);
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
  const auto* jet = std::get_if<JetFireEvent>(&event);
  return jet != nullptr ? jet->bearing_deg : std::nullopt;
}

bool needs_no_weather(const EffectEvent& event) {
  const auto* cloud = std::get_if<CloudExplosionEvent>(&event);
  return std::holds_alternative<BlastEvent>(event) || std::holds_alternative<FireballEvent>(event) ||
         (cloud != nullptr && !cloud->release) || own_bearing_deg(event).has_value();
}

}  // namespace sise
