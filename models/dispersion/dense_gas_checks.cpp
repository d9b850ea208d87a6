#include "models/dispersion/dense_gas_checks.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/atmosphere/averaging_time.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/parameter_checks.hpp"

namespace sise {
namespace {

constexpr double kFastest = 2.0;  // times the speed of sound of the gas: more only an orifice's area can mean

Location field(const char* name) {
  Location where;
  where.field = name;
  return where;
}

void check_source(ParameterChecks& checks, const DenseSource& source) {
  if (source.release == DenseRelease::instantaneous) {
    checks.positive("source.mass_kg", source.mass_kg);
  } else {
    checks.positive("source.rate_kg_s", source.rate_kg_s);
  }
  if (source.duration_s) checks.positive("source.duration_s", *source.duration_s);
  checks.positive("source.area_m2", source.area_m2);
  checks.not_negative("source.height_m", source.height_m);
  checks.positive("source.temperature_K", source.temperature_K);
  checks.require(source.liquid_fraction >= 0.0 && source.liquid_fraction <= 1.0, "source.liquid_fraction",
                 source.liquid_fraction, "must lie between 0 and 1", "必须在 0 与 1 之间");
}

void check_substance(ParameterChecks& checks, const DenseSubstance& substance) {
  checks.positive("source.molar_mass_kg_mol", substance.molar_mass_kg_mol);
  checks.positive("source.gas_heat_capacity_J_kgK", substance.gas_heat_capacity_J_kgK);
  if (substance.heat_of_vaporization_J_kg == 0.0) return;  // never a liquid
  checks.positive("source.liquid_heat_capacity_J_kgK", substance.liquid_heat_capacity_J_kgK);
  checks.positive("source.heat_of_vaporization_J_kg", substance.heat_of_vaporization_J_kg);
  checks.positive("source.boiling_point_K", substance.boiling_point_K);
  checks.positive("source.liquid_density_kg_m3", substance.liquid_density_kg_m3);
  checks.not_negative("source.saturation_B_K", substance.saturation_B_K);
}

void check_air(ParameterChecks& checks, const Weather& weather, double relative_humidity, double source_height_m) {
  checks.not_negative("weather.wind_speed_m_s", weather.wind_speed_m_s);
  checks.positive("weather.wind_height_m", weather.wind_height_m);
  checks.positive("weather.temperature_K", weather.temperature_K);
  checks.positive("weather.pressure_Pa", weather.pressure_Pa);
  checks.positive("weather.roughness_m", weather.roughness_m);
  checks.require(weather.roughness_m < weather.wind_height_m, "weather.roughness_m", weather.roughness_m,
                 fmt::format("must be below the wind's height of {} m", weather.wind_height_m),
                 fmt::format("必须小于测风高度 {} m", weather.wind_height_m));
  checks.require(relative_humidity >= 0.0 && relative_humidity <= 1.0, "weather.relative_humidity", relative_humidity,
                 "must lie between 0 and 1 (not per cent)", "必须在 0 与 1 之间 (不是百分数)");
  if (weather.obukhov_length_m) {
    const double length = *weather.obukhov_length_m;
    checks.require(length != 0.0 && !std::isnan(length), "weather.obukhov_length_m", length, "must not be zero",
                   "不得为零");
  }
  if (weather.mixing_height_m) {
    const double lid = *weather.mixing_height_m;
    checks.positive("weather.mixing_height_m", lid);
    checks.require(!(source_height_m >= lid), "source.height_m", source_height_m,
                   fmt::format("lies at or above the lid (mixing height) of {} m", lid),
                   fmt::format("不低于混合层顶 {} m", lid));
  }
}

}  // namespace

void check_dense_gas(const DenseSource& source, const DenseSubstance& substance, const Weather& weather,
                     double relative_humidity, const DenseOptions& options) {
  ParameterChecks checks;
  check_source(checks, source);
  check_substance(checks, substance);
  check_air(checks, weather, relative_humidity, source.height_m);
  if (options.averaging_time_s) checks.positive("options.averaging_time_s", *options.averaging_time_s);
  checks.throw_if_any();
  if (options.averaging_time_s && options.passive == DensePassive::curves) {
    static_cast<void>(averaging_factor(options.sigma, *options.averaging_time_s));
  }
}

void check_jet(const DenseSource& source, const DenseSubstance& substance, const DenseMixture& mixture) {
  const bool vertical = source.release == DenseRelease::vertical_jet;
  if (!vertical && source.release != DenseRelease::horizontal_jet) return;
  const double density = mixture.pure().density_kg_m3;
  if (vertical && density <= mixture.air().density_kg_m3) {
    throw ModelError(
        "jet_lighter_than_air",
        {fmt::format("the vertical jet ({:.3g} kg/m3) is not denser than the air ({:.3g} kg/m3): it does not come down",
                     density, mixture.air().density_kg_m3),
         fmt::format("竖直射流密度 {:.3g} kg/m3 不大于空气 {:.3g} kg/m3, 不会下沉", density,
                     mixture.air().density_kg_m3)},
        field("source.release"),
        {"Ask gaussian_plume with a stack (stack_diameter_m, exit_velocity_m_s, exit_temperature_K)",
         "请改用 gaussian_plume 的烟囱源 (stack_diameter_m, exit_velocity_m_s, exit_temperature_K)"});
  }
  const double R = kDenseGasConstant_J_molK / substance.molar_mass_kg_mol;
  const double cp = substance.gas_heat_capacity_J_kgK;
  const double gamma = cp > R ? cp / (cp - R) : 1.4;
  const double sound = std::sqrt(gamma * R * mixture.pure().temperature_K);
  const double speed = source.rate_kg_s / (density * source.area_m2);
  if (speed <= kFastest * sound) return;
  throw ModelError(
      "area_not_expanded",
      {fmt::format(
           "a jet of {:.4g} m2 would leave at {:.0f} m/s, more than {:.0f} times the speed of sound of the gas: "
           "this is the orifice, not the jet after it has expanded to the air's pressure",
           source.area_m2, speed, kFastest),
       fmt::format("射流面积 {:.4g} m2 对应速度 {:.0f} m/s, 超过气体声速的 {:.0f} 倍: 所给为孔口面积, "
                   "而非膨胀到环境压力后的面积",
                   source.area_m2, speed, kFastest)},
      field("source.area_m2"),
      {"Give the area where the jet has come to the air's pressure: rate / (density x speed) there",
       "请给出射流膨胀到环境压力处的面积: 速率 / (密度 × 速度)"});
}

}  // namespace sise
