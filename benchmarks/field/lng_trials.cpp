#include "benchmarks/field/lng_trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "benchmarks/field/plain_csv.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/dense_gas.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise::field {
namespace {

constexpr const char* kConditions = "lng_trials_conditions.csv";
constexpr double kKelvin = 273.15;
constexpr double kReceptor_m = 1.0;
constexpr double kMaplinRoughness_m = 2e-5;

// Pure methane, with the constants of SLAB's own examples.
constexpr DenseSubstance kMethane{.molar_mass_kg_mol = 0.01604,
                                  .gas_heat_capacity_J_kgK = 2240.0,
                                  .liquid_heat_capacity_J_kgK = 3349.0,
                                  .heat_of_vaporization_J_kg = 509880.0,
                                  .boiling_point_K = 111.66,
                                  .liquid_density_kg_m3 = 424.1,
                                  .saturation_B_K = 597.84,
                                  .saturation_C_K = -7.16};

void take_wind(const PlainCsv& profile, Weather& weather) {
  for (const double wanted : {3.0, 2.0}) {
    for (std::size_t i = 0; i < profile.rows(); ++i) {
      if (profile.number(i, "z") != wanted) continue;
      weather.wind_height_m = wanted;
      weather.wind_speed_m_s = profile.number(i, "u");
      return;
    }
  }
  throw InputError("field_data", {"a wind profile has no value at 3 m nor at 2 m", "风廓线在 3 m 和 2 m 处均无数据"});
}

/// The class only chooses our curves; SLAB's layer follows from the length.
Stability class_of(double obukhov_m) {
  if (obukhov_m > 0.0) return obukhov_m < 30.0 ? Stability::E : Stability::D;
  return obukhov_m > -20.0 ? Stability::C : Stability::D;
}

LngTrial trial_of(const PlainCsv& table, std::size_t i, const std::filesystem::path& folder) {
  const std::string series = table.text(i, "series");
  const std::string number = table.text(i, "trial");
  std::string file = series + number;
  std::erase(file, ' ');
  LngTrial trial;
  trial.name = series + " " + number;
  trial.mass_kg = table.number(i, "spilled_mass_kg");
  trial.duration_s = table.number(i, "duration_s");
  const double diameter = table.number(i, "pool_diameter_m");
  trial.pool_area_m2 = table.number(i, "pools") * 0.25 * std::numbers::pi * diameter * diameter;
  trial.relative_humidity = 0.01 * table.number(i, "RH_pct");
  Weather& weather = trial.weather;
  weather.roughness_m = series == "Maplin Sands" ? kMaplinRoughness_m : table.number(i, "z0_m");
  weather.temperature_K = kKelvin + table.number(i, "T_C");
  weather.pressure_Pa = 100.0 * table.optional_number(i, "p_hPa").value_or(1013.25);
  weather.obukhov_length_m = table.number(i, "obukhov_length_m");
  weather.stability = class_of(*weather.obukhov_length_m);
  take_wind(PlainCsv(folder / (file + "_profile.csv"), PlainCsv::Units::above_header), weather);
  const PlainCsv arcs(folder / (file + "_exp.csv"), PlainCsv::Units::above_header);
  for (std::size_t k = 0; k < arcs.rows(); ++k) {
    trial.arcs.push_back({arcs.number(k, "x"), 0.01 * arcs.number(k, "X_CH4")});
  }
  return trial;
}

DenseGas cloud_of(const LngTrial& trial, const DenseOptions& options) {
  const DenseSource source{.rate_kg_s = trial.mass_kg / trial.duration_s,
                           .duration_s = trial.duration_s,
                           .area_m2 = trial.pool_area_m2,
                           .temperature_K = kMethane.boiling_point_K};
  return {source, kMethane, trial.weather, trial.relative_humidity, options};
}

template <class Predict>
ModelResult result_of(const std::string& model, const std::vector<LngTrial>& trials, Predict&& predict) {
  Quantity quantity{.name = "arc_maximum", .unit = "volume fraction", .floor = 0.0, .comparisons = {}};
  for (const LngTrial& trial : trials) {
    const auto at = predict(trial);
    for (const LngArc& arc : trial.arcs) {
      quantity.comparisons.push_back({.pair = {arc.volume_fraction, at(arc.distance_m)},
                                      .distance_m = arc.distance_m,
                                      .stable = *trial.weather.obukhov_length_m > 0.0,
                                      .trial = trial.name});
    }
  }
  return {model, {quantity}};
}

ModelResult dense(const std::string& name, const std::vector<LngTrial>& trials, const DenseOptions& options) {
  return result_of(name, trials, [&](const LngTrial& trial) {
    return [cloud = cloud_of(trial, options)](double x) { return cloud.volume_fraction(x, 0.0, kReceptor_m); };
  });
}

ModelResult passive(const std::vector<LngTrial>& trials) {
  return result_of("gaussian_plume briggs_rural", trials, [&](const LngTrial& trial) {
    const double pure = cloud_of(trial, {}).mixture().pure_kg_m3();
    const GaussianPlume plume({trial.mass_kg / trial.duration_s, 0.0}, trial.weather, {});
    return [plume, pure](double x) { return plume.concentration_kg_m3(x, 0.0, kReceptor_m) / pure; };
  });
}

}  // namespace

bool has_lng_trials(const std::filesystem::path& folder) { return std::filesystem::exists(folder / kConditions); }

std::vector<LngTrial> read_lng_trials(const std::filesystem::path& folder) {
  const PlainCsv table(folder / kConditions);
  std::vector<LngTrial> trials;
  for (std::size_t i = 0; i < table.rows(); ++i) trials.push_back(trial_of(table, i, folder));
  return trials;
}

std::vector<ModelResult> compare_lng(const std::vector<LngTrial>& trials) {
  constexpr double kSecond = 1.0;
  constexpr double kShortest_s = 18.75;
  return {dense("dense_gas", trials, {.averaging_time_s = kSecond}),
          dense("dense_gas mixing ermak", trials, {.mixing = DenseMixing::ermak, .averaging_time_s = kSecond}),
          dense("dense_gas passive curves", trials, {.passive = DensePassive::curves, .averaging_time_s = kShortest_s}),
          passive(trials)};
}

}  // namespace sise::field
