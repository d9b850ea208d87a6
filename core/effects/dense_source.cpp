#include "core/effects/dense_source.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/dispersion/dense_gas_constants.hpp"

namespace sise {
namespace {

constexpr double kLongEnough_s = 7200.0;  // a release without an end
constexpr double kStepTolerance = 3e-4;  // risk of a district: 99 of 100 cells within 0.8 % of 3e-6, others beside rims

/// Mixes as if at the air's temperature, with the molar mass that gives the gas its density there.
DenseSubstance without_heat(const GasState& gas, const Weather& weather) {
  DenseSubstance substance;
  substance.molar_mass_kg_mol =
      gas.density_kg_m3 * kDenseGasConstant_J_molK * weather.temperature_K / weather.pressure_Pa;
  substance.gas_heat_capacity_J_kgK = 1000.0;  // nothing is warmer or colder than anything else
  return substance;
}

void require_density(const GasState& gas) {
  if (gas.density_kg_m3 > 0.0) return;
  throw ModelError("gas_density_unknown",
                   {"dispersion = \"dense_gas\" needs the density of the gas, and its molar mass is unknown",
                    "dispersion = \"dense_gas\" 需要气体密度, 而该物质的摩尔质量未知"},
                   {}, {"Give the substance, or choose \"passive\"", "请给出物质, 或改用 \"passive\""});
}

/// The source in the heat that is known.
DenseGas cloud_of(DenseSource source, const GasState& gas, const Weather& weather, const DispersionOptions& options,
                  bool with_heat) {
  source.temperature_K = with_heat ? gas.temperature_K : weather.temperature_K;
  source.liquid_fraction = with_heat ? gas.liquid_fraction : 0.0;
  return {source,
          with_heat ? gas.heat : without_heat(gas, weather),
          weather,
          with_heat ? 0.5 : 0.0,  // relative humidity: without heat nothing condenses
          {.mixing = options.mixing,
           .passive = DensePassive::curves,
           .sigma = options.sigma,
           .averaging_time_s = options.averaging_time_s,
           .least_kg_m3 = options.least_kg_m3,
           .step_tolerance = kStepTolerance}};
}

DenseGas followed(const DenseSource& source, const GasState& gas, const Weather& weather,
                  const DispersionOptions& options) {
  const bool heat_known = gas.heat.molar_mass_kg_mol > 0.0;
  if (!heat_known) return cloud_of(source, gas, weather, options, false);
  try {
    return cloud_of(source, gas, weather, options, true);
  } catch (const ModelError& error) {
    if (error.diagnostics().front().code != "path_not_followed") throw;
    return cloud_of(source, gas, weather, options, false);
  }
}

}  // namespace

bool has_end(double duration_s) { return duration_s > 0.0 && duration_s < kLongEnough_s; }

DenseGas dense_cloud(const GasSource& release, const Weather& weather, const DispersionOptions& options) {
  require_density(release.gas);
  DenseSource source;
  source.rate_kg_s = release.rate_kg_s;
  if (has_end(release.duration_s)) source.duration_s = release.duration_s;
  const double wind_m_s = std::max(weather.wind_speed_m_s, kDenseSlowest_m_s);
  source.area_m2 = release.pool_m2 > 0.0 ? release.pool_m2 : release.rate_kg_s / (release.gas.density_kg_m3 * wind_m_s);
  const bool from_ground = release.pool_m2 > 0.0 || 0.5 * std::sqrt(source.area_m2) >= release.height_m;
  source.release = from_ground ? DenseRelease::pool : DenseRelease::horizontal_jet;
  source.height_m = from_ground ? 0.0 : release.height_m;
  return followed(source, release.gas, weather, options);
}

DenseGas dense_cloud_at_once(double mass_kg, const GasState& gas, const Weather& weather,
                             const DispersionOptions& options) {
  require_density(gas);
  DenseSource source;
  source.release = DenseRelease::instantaneous;
  source.mass_kg = mass_kg;
  source.area_m2 = std::pow(2.0 * mass_kg / gas.density_kg_m3, 2.0 / 3.0);
  return followed(source, gas, weather, options);
}

}  // namespace sise
