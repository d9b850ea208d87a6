// The effects of fires: fireball, pool fire, jet fire, flash fire.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <optional>
#include <utility>

#include "core/effects/cloud_masses.hpp"
#include "core/effects/event_effects.hpp"
#include "models/atmosphere/wind_profile.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/fire/radiation_map.hpp"

namespace sise {
namespace {

constexpr double kFlameWindHeight_m = 10.0;
constexpr double kFlashAveraging_s = 18.75;
constexpr double kLeastThatBurns = 0.5;  // of the lower limit, at most that anybody asks about
constexpr std::size_t kFireBlock = 256;

double flame_wind_m_s(const Weather& weather, const EffectOptions& options) {
  return WindProfile(weather, options.sigma).speed_m_s(kFlameWindHeight_m);
}

/// Fire models say NaN inside the flame.
void flame_is_infinite(std::span<double> radiation_w_m2) {
  for (double& q : radiation_w_m2) {
    if (std::isnan(q)) q = std::numeric_limits<double>::infinity();
  }
}

/// How far a flame's heat may reach at all. A convex body of surface S that radiates E is seen from a distance d as at most
/// S/2 square to the view, which is a view factor of S / (2 pi d^2); half of that room is kept for receivers that the models
/// place otherwise.
struct FlameBound {
  double extent_m;   ///< from the source to the flame's farthest point
  double emitted_w;  ///< E S
  [[nodiscard]] double surely_below_m(double least_w_m2) const {
    return extent_m + std::sqrt(emitted_w / (std::numbers::pi * least_w_m2));
  }
};

/// A cylinder with both its ends, or what fits into one.
FlameBound bound_of(double emissive_power_w_m2, double radius_m, double length_m, double extent_m) {
  return {extent_m, emissive_power_w_m2 * 2.0 * std::numbers::pi * radius_m * (length_m + radius_m)};
}

FlameBound bound_of(const PoolFire& fire, double radius_m) {
  return bound_of(fire.emissive_power_w_m2(), radius_m, fire.flame_length_m(), radius_m + fire.flame_length_m());
}

FlameBound bound_of(const ChamberlainJet& jet) {
  const auto from_source_m = [](const FlamePoint& p) { return std::hypot(p[0], p[1], p[2]); };
  const double radius_m = jet.half_width_m();
  const double extent_m = std::max(from_source_m(jet.base()), from_source_m(jet.tip())) + radius_m;
  return bound_of(jet.emissive_power_w_m2(), radius_m, jet.flame_length_m() + radius_m, extent_m);
}

class FireballEffect : public Effect {
 public:
  FireballEffect(const Fireball& fireball, Receiver receiver)
      : Effect(EffectQuantity::radiation_w_m2, EffectAxis::round, fireball.duration_s()),
        fireball_(fireball),
        receiver_(receiver) {}

  [[nodiscard]] std::optional<double> reach_m(double least) const override {
    return fireball_.distance_to_m(least, receiver_);
  }

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    std::array<double, kFireBlock> r_m{};
    for (std::size_t begin = 0; begin < out.size(); begin += kFireBlock) {
      const std::size_t count = std::min(kFireBlock, out.size() - begin);
      for (std::size_t i = 0; i < count; ++i) r_m.at(i) = std::hypot(x_m[begin + i], y_m[begin + i]);
      fireball_.radiations_w_m2(std::span(r_m).first(count), receiver_, out.subspan(begin, count));
    }
  }

 private:
  Fireball fireball_;
  Receiver receiver_;
};

/// A pool's flame, place by place.
class PoolEffect : public Effect {
 public:
  PoolEffect(const PoolFire& fire, const FlameBound& bound, Receiver receiver, double duration_s)
      : Effect(EffectQuantity::radiation_w_m2, EffectAxis::wind, duration_s),
        fire_(fire),
        bound_(bound),
        receiver_(receiver) {}

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    fire_.radiations_around_w_m2(x_m, y_m, receiver_, out);
    flame_is_infinite(out);
  }

 protected:
  [[nodiscard]] double surely_below_m(double least) const override { return bound_.surely_below_m(least); }

 private:
  PoolFire fire_;
  FlameBound bound_;
  Receiver receiver_;
};

/// A jet's flame, place by place.
class JetEffect : public Effect {
 public:
  JetEffect(ChamberlainJet jet, Receiver receiver, EffectAxis axis, double duration_s)
      : Effect(EffectQuantity::radiation_w_m2, axis, duration_s), jet_(std::move(jet)), receiver_(receiver) {}

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = jet_.radiation_around_w_m2(x_m[i], y_m[i], receiver_);
    flame_is_infinite(out);
  }

 protected:
  [[nodiscard]] double surely_below_m(double least) const override { return bound_of(jet_).surely_below_m(least); }

 private:
  ChamberlainJet jet_;
  Receiver receiver_;
};

/// A flame on the ground or a jet, seen from all sides.
class FlameEffect : public Effect {
 public:
  FlameEffect(RadiationMap map, const FlameBound& bound, EffectAxis axis, double duration_s)
      : Effect(EffectQuantity::radiation_w_m2, axis, duration_s), map_(std::move(map)), bound_(bound) {}

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    map_.radiations_w_m2(x_m, y_m, out);
    flame_is_infinite(out);
  }

 protected:
  [[nodiscard]] double surely_below_m(double least) const override { return bound_.surely_below_m(least); }

 private:
  RadiationMap map_;
  FlameBound bound_;
};

class FlashFireEffect : public Effect {
 public:
  FlashFireEffect(std::shared_ptr<const ConcentrationField> field, double lfl_kg_m3)
      : Effect(EffectQuantity::flame, EffectAxis::wind), field_(std::move(field)), lfl_kg_m3_(lfl_kg_m3) {}

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const override {
    field_->values(x_m, y_m, out);
    for (double& c : out) c /= lfl_kg_m3_;
  }

  [[nodiscard]] std::optional<double> reach_m(double least) const override {
    return field_->reach_m(least * lfl_kg_m3_);
  }

 private:
  std::shared_ptr<const ConcentrationField> field_;
  double lfl_kg_m3_;
};

}  // namespace

std::unique_ptr<Effect> effect_of(const FireballEvent& event, const Weather& /*weather*/,
                                  const EffectOptions& options) {
  const Fireball fireball(event.source, FireballCorrelation::ccps, FireballMethod::solid_flame, options.air);
  return std::make_unique<FireballEffect>(fireball, options.receiver);
}

std::unique_ptr<Effect> effect_of(const PoolFireEvent& event, const Weather& weather, const EffectOptions& options) {
  const PoolFireAir air{.wind_speed_m_s = flame_wind_m_s(weather, options),
                        .temperature_K = weather.temperature_K,
                        .pressure_Pa = weather.pressure_Pa};
  const PoolFireOptions flame{event.source.bright ? PoolEmissivePower::bright : PoolEmissivePower::mudan};
  const PoolFire fire(event.source, air, flame, options.air);
  const FlameBound bound = bound_of(fire, 0.5 * event.source.diameter_m);
  if (!options.tabulate_flames) return std::make_unique<PoolEffect>(fire, bound, options.receiver, event.duration_s);
  const RadiationMap map(fire, options.receiver);
  return std::make_unique<FlameEffect>(map, bound, EffectAxis::wind, event.duration_s);
}

std::unique_ptr<Effect> effect_of(const JetFireEvent& event, const Weather& weather, const EffectOptions& options) {
  const bool own = event.bearing_deg.has_value();
  const JetFireAir air{
      .wind_speed_m_s = own ? 0.0 : flame_wind_m_s(weather, options),
      .density_kg_m3 = ideal_gas_density_kg_m3(air_molar_mass_kg_mol, weather.temperature_K, weather.pressure_Pa)};
  const ChamberlainJet jet(event.source, air, options.air);
  const EffectAxis axis = own ? EffectAxis::own : EffectAxis::wind;
  if (!options.tabulate_flames) return std::make_unique<JetEffect>(jet, options.receiver, axis, event.duration_s);
  const RadiationMap map(jet, options.receiver);
  return std::make_unique<FlameEffect>(map, bound_of(jet), axis, event.duration_s);
}

std::unique_ptr<const ConcentrationField> flammable_field(const FlammableRelease& release, const Weather& weather,
                                                          const EffectOptions& options) {
  return concentration_field(release.dispersion, {release.rate_kg_s, release.duration_s, release.height_m, release.gas},
                             weather,
                             {options.sigma, options.transport_wind, kFlashAveraging_s, options.receptor_height_m,
                              kLeastThatBurns * release.lfl_kg_m3, true});
}

std::unique_ptr<Effect> effect_of(const FlashFireEvent& event, const Weather& weather, const EffectOptions& options) {
  std::shared_ptr<const ConcentrationField> field = options.cloud_masses == nullptr
                                                        ? flammable_field(event.release, weather, options)
                                                        : options.cloud_masses->field(event.release, weather, options);
  return std::make_unique<FlashFireEffect>(std::move(field), event.release.lfl_kg_m3);
}

}  // namespace sise
