#include "core/kernels/scenario_harm.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr double kMgPerKg = 1e6;

}  // namespace

double with_cut_off(double probability, const HarmPack& harm) {
  return probability < harm.min_probability ? 0.0 : probability;
}

ToxicHarm::ToxicHarm(const ToxicRelease& release, const HarmPack& harm)
    : per_ln_concentration_(release.probit.b * release.probit.n), min_probability_(harm.min_probability) {
  const double exposure_min = std::min(release.duration_s, harm.toxic_exposure_cap_s) / kSecondsPerMinute;
  at_unit_concentration_ =
      release.probit.a + release.probit.b * std::log(exposure_min) + per_ln_concentration_ * std::log(kMgPerKg);
}

double ToxicHarm::probability(double ln_concentration_kg_m3) const {
  const double p = probability_of(at_unit_concentration_ + per_ln_concentration_ * ln_concentration_kg_m3);
  return p < min_probability_ ? 0.0 : p;
}

std::unique_ptr<const ConcentrationField> field_in(const RiskInputs& inputs, const ToxicRelease& release,
                                                   double rate_kg_s, double speed_m_s, Stability stability,
                                                   double least_kg_m3) {
  Weather weather = inputs.ambient;
  weather.wind_speed_m_s = speed_m_s;
  weather.stability = stability;
  DispersionOptions options = dispersion_options(inputs.model);
  options.least_kg_m3 = least_kg_m3;
  return concentration_field(
      release.dispersion, {.rate_kg_s = rate_kg_s, .duration_s = 0.0, .height_m = release.height_m, .gas = release.gas},
      weather, options);
}

double lethal_radius_m(const BlastEvent& explosion, const ModelChoice& model, const HarmPack& harm) {
  if (!(harm.lethal_overpressure_pa < HarmPack::kNone)) {
    throw ModelError("no_lethal_overpressure", {fmt::format("harm pack '{}' has no lethal overpressure", harm.id),
                                                fmt::format("伤害准则包 '{}' 没有致死超压", harm.id)});
  }
  const std::optional<double> radius =
      distance_to_overpressure_m(model.blast_curve, explosion.tnt_kg, harm.lethal_overpressure_pa);
  if (!radius) {
    const auto curve = name_of(model.blast_curve);
    throw ModelError("outside_fit",
                     {fmt::format("blast curve '{}' has no distance for {} Pa and {} kg TNT", curve,
                                  harm.lethal_overpressure_pa, explosion.tnt_kg),
                      fmt::format("冲击波曲线 '{}' 在 {} Pa、{} kg TNT 时没有对应距离", curve,
                                  harm.lethal_overpressure_pa, explosion.tnt_kg)},
                     {}, {"choose another [model] blast_curve", "请改用其他 [model] blast_curve"});
  }
  return *radius;
}

}  // namespace sise
