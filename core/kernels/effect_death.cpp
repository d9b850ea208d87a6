#include "core/kernels/effect_death.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "models/base/error.hpp"
#include "models/harm/outdoor_death.hpp"

namespace sise {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double certain_value_of(const Effect& effect, const HarmPack& harm) {
  switch (effect.quantity()) {
    case EffectQuantity::radiation_w_m2:
      return harm.lethal_radiation_w_m2;
    case EffectQuantity::overpressure_pa:
      return harm.lethal_overpressure_pa;
    default:
      return 1.0;
  }
}

void require_rule(const Effect& effect, const HarmPack& harm) {
  const bool blast = effect.quantity() == EffectQuantity::overpressure_pa;
  const bool known = blast ? harm.knows_blast_death() && !harm.blast_death_needs_impulse() : harm.knows_heat_death();
  if (known || effect.quantity() == EffectQuantity::flame) return;
  throw ModelError("no_harm_rule",
                   {"harm pack '" + harm.id + "' does not say when people die of " + (blast ? "overpressure" : "heat"),
                    "伤害准则包 '" + harm.id + "' 没有" + (blast ? "超压" : "热辐射") + "致死准则"},
                   {}, {"choose another [harm] pack", "请改用其他 [harm] pack"});
}

/// Beyond the end of a curve nobody dies; that is only true if the curve has fallen far enough.
void refuse_curve_that_ends(const Effect& effect, double reach_m, double value_pa) {
  constexpr double kJustBeyond = 1.0 + 1e-6;
  if (!std::isnan(effect.value(reach_m * kJustBeyond, 0.0))) return;
  throw ModelError("outside_fit",
                   {"the blast curve ends before the pressure has fallen to " + std::to_string(value_pa) + " Pa",
                    "冲击波曲线在超压降至 " + std::to_string(value_pa) + " Pa 之前已超出拟合区间"},
                   {}, {"choose another [model] blast_curve", "请改用其他 [model] blast_curve"});
}

}  // namespace

EffectDeath::EffectDeath(std::unique_ptr<const Effect> effect, const HarmPack& harm)
    : effect_(std::move(effect)), harm_(&harm), certain_value_(certain_value_of(*effect_, harm)) {
  require_rule(*effect_, harm);
}

double EffectDeath::by_value(double value) const {
  switch (effect_->quantity()) {
    case EffectQuantity::radiation_w_m2:
      return outdoor_heat_death(*harm_, value, effect_->duration_s());
    case EffectQuantity::overpressure_pa:
      return std::isnan(value) ? 0.0 : outdoor_blast_death(*harm_, value);
    default:
      return value >= 1.0 ? 1.0 : 0.0;
  }
}

double EffectDeath::value_with(double probability) const {
  constexpr int kHalvings = 60;
  double below = std::log(1e-6);
  double above = std::log(1e12);
  if (by_value(std::exp(above)) < probability) return kInfinity;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = 0.5 * (below + above);
    (by_value(std::exp(middle)) >= probability ? above : below) = middle;
  }
  return std::min(std::exp(above), certain_value_);
}

std::optional<double> EffectDeath::reach_m(double probability) const {
  const double value = value_with(probability);
  if (!std::isfinite(value)) return std::nullopt;
  const std::optional<double> reach = farthest_m(*effect_, value);
  if (reach && effect_->quantity() == EffectQuantity::overpressure_pa) refuse_curve_that_ends(*effect_, *reach, value);
  return reach;
}

std::vector<EffectDeath> case_deaths(const RiskInputs& inputs, const RiskCase& c, double speed_m_s,
                                     Stability stability) {
  Weather weather = inputs.ambient;
  weather.wind_speed_m_s = speed_m_s;
  weather.stability = stability;
  const EffectOptions options = effect_options(inputs.model);
  std::vector<EffectDeath> deaths;
  for (const EffectEvent& event : c.effects) {
    if (auto effect = prepare_effect(event, weather, options)) deaths.emplace_back(std::move(effect), inputs.harm);
  }
  return deaths;
}

CaseShape shape_of(const RiskCase& c) {
  if (c.effects.empty()) return CaseShape::none;
  if (c.effects.size() > 1 || !needs_no_weather(c.effects.front())) return CaseShape::wind;
  return own_bearing_deg(c.effects.front()) ? CaseShape::own : CaseShape::round;
}

void deaths_together(std::span<const EffectDeath> deaths, std::span<const double> x_m, std::span<const double> y_m,
                     std::span<double> values, std::span<double> out) {
  std::fill(out.begin(), out.end(), 0.0);
  for (const EffectDeath& death : deaths) {
    death.effect().values(x_m, y_m, values);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += (1.0 - out[i]) * death.by_value(values[i]);
  }
}

}  // namespace sise
