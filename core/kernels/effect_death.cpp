#include "core/kernels/effect_death.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
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
  // A pack without a lethal radiation still has its probit, by which people die in the flame itself.
  constexpr double kInFlame_w_m2 = 1e9;
  const bool heat = effect_->quantity() == EffectQuantity::radiation_w_m2;
  const double certain = heat ? std::min(certain_value_, kInFlame_w_m2) : certain_value_;
  if (harm.min_probability > 0.0 && falls_gradually()) {
    const double cut = value_with(harm.min_probability);
    if (cut < certain) jump_values_.push_back(cut);
  }
  if (std::isfinite(certain)) jump_values_.push_back(certain);
}

bool EffectDeath::falls_gradually() const {
  switch (effect_->quantity()) {
    case EffectQuantity::radiation_w_m2:
      return harm_->thermal_probit_b > 0.0;
    case EffectQuantity::overpressure_pa:
      return !harm_->blast_death.empty();
    default:
      return false;
  }
}

std::optional<EffectDeath::HeatProbit> EffectDeath::heat_probit() const {
  if (!(harm_->thermal_probit_b > 0.0)) return std::nullopt;
  const double exposure_s = std::min(effect_->duration_s(), harm_->thermal_exposure_cap_s);
  const ThermalProbit probit{harm_->thermal_probit_a, harm_->thermal_probit_b};
  const double at_one = thermal_probit(probit, 1.0, exposure_s);
  return HeatProbit{at_one - 5.0, thermal_probit(probit, std::numbers::e, exposure_s) - at_one};
}

EffectDeath::Side EffectDeath::side_of(double value) const {
  Side side{0.0, kInfinity};
  for (const double jump : jump_values_) {
    if (value >= jump) side.from = jump;
    if (!(value >= jump)) side.to = std::min(side.to, jump);
  }
  return side;
}

double EffectDeath::by_value_within(double value, const Side& side) const {
  if (std::isnan(value)) return by_value(value);
  return by_value(std::clamp(value, side.from, std::nextafter(side.to, 0.0)));
}

double EffectDeath::kernel_reach_m(double probability) const {
  if (effect_->quantity() != EffectQuantity::radiation_w_m2) return reach_m(probability).value_or(0.0);
  constexpr std::size_t kDirections = 7;  // from straight ahead to straight behind
  constexpr int kRefinements = 6;
  constexpr double kBetweenDirections = 1.05;
  const double value = value_with(probability);
  if (!std::isfinite(value)) return 0.0;
  std::array<double, kDirections> x{};
  std::array<double, kDirections> y{};
  std::array<double, kDirections> there{};
  const auto reaches = [&](double r_m) {
    for (std::size_t i = 0; i < kDirections; ++i) {
      const double angle = std::numbers::pi * static_cast<double>(i) / (kDirections - 1);
      x.at(i) = r_m * std::cos(angle);
      y.at(i) = r_m * std::sin(angle);
    }
    effect_->values(x, y, there);
    return std::any_of(there.begin(), there.end(), [value](double v) { return v >= value; });
  };
  double reached = 0.0;
  for (double r_m = 1.0; r_m <= farthest_effect_m && (reached == 0.0 || r_m <= 4.0 * reached); r_m *= 2.0) {
    if (reaches(r_m)) reached = r_m;
  }
  if (reached == 0.0) return 0.0;
  double beyond = 2.0 * reached;
  for (int i = 0; i < kRefinements; ++i) {
    const double middle = std::sqrt(reached * beyond);
    (reaches(middle) ? reached : beyond) = middle;
  }
  return std::min(beyond * kBetweenDirections, farthest_effect_m);
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

std::vector<EffectDeath> case_deaths(const RiskInputs& inputs, const RiskCase& c, double speed_m_s, Stability stability,
                                     const CloudMasses* cloud_masses) {
  Weather weather = inputs.ambient;
  weather.wind_speed_m_s = speed_m_s;
  weather.stability = stability;
  EffectOptions options = effect_options(inputs.model);
  options.cloud_masses = cloud_masses;
  options.tabulate_flames = false;  // a kernel asks for fewer places than a table takes
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

}  // namespace sise
