// Substances with the properties that releases need, stated here so that the tests stand without the data files.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "models/base/error.hpp"
#include "models/release/release_history.hpp"
#include "models/substances/substance.hpp"

namespace sise::test {

inline Substance substance(const std::string& name, const std::vector<std::pair<std::string, double>>& properties) {
  Substance made;
  made.id = made.name_en = made.name_zh = name;
  for (const auto& [property, value] : properties) {
    made.properties[property] = {
        .value = value, .unit = {}, .source = {}, .source_zh = {}, .confidence = Confidence::seen};
  }
  return made;
}

inline Substance propane() {
  return substance("propane", {{"molar_mass_kg_mol", 0.044097},
                               {"boiling_point_K", 231.04},
                               {"melting_point_K", 85.40},
                               {"critical_temperature_K", 369.89},
                               {"critical_pressure_Pa", 4251200.0},
                               {"acentric_factor", 0.1521},
                               {"liquid_density_kg_m3", 582.61},
                               {"liquid_density_temperature_K", 231.04},
                               {"liquid_density_293K_kg_m3", 498.96},
                               {"liquid_heat_capacity_J_kgK", 2252.0},
                               {"gas_gamma", 1.1274},
                               {"gas_heat_capacity_J_kgK", 1669.0},
                               {"heat_of_vaporization_J_kg", 431775.0},
                               {"antoine_a", 8.92828},
                               {"antoine_b_K", 803.997},
                               {"antoine_c_K", -26.11},
                               {"antoine_min_K", 168.90},
                               {"antoine_max_K", 247.76}});
}

inline Substance chlorine() {
  return substance("chlorine", {{"molar_mass_kg_mol", 0.0709},
                                {"boiling_point_K", 239.11},
                                {"melting_point_K", 171.65},
                                {"critical_temperature_K", 416.87},
                                {"critical_pressure_Pa", 7642400.0},
                                {"acentric_factor", 0.0700},
                                {"liquid_density_kg_m3", 1558.1},
                                {"liquid_density_temperature_K", 239.11},
                                {"liquid_density_293K_kg_m3", 1408.9},
                                {"liquid_heat_capacity_J_kgK", 927.2},
                                {"gas_gamma", 1.3250},
                                {"gas_heat_capacity_J_kgK", 478.1},
                                {"heat_of_vaporization_J_kg", 287870.0},
                                {"antoine_a", 9.0628},
                                {"antoine_b_K", 861.34},
                                {"antoine_c_K", -26.82},
                                {"antoine_min_K", 176.31},
                                {"antoine_max_K", 255.79}});
}

inline Substance toluene() {
  return substance("toluene", {{"molar_mass_kg_mol", 0.092141},
                               {"boiling_point_K", 383.75},
                               {"melting_point_K", 178.15},
                               {"critical_temperature_K", 591.75},
                               {"critical_pressure_Pa", 4126300.0},
                               {"acentric_factor", 0.2657},
                               {"liquid_density_kg_m3", 868.49},
                               {"liquid_density_temperature_K", 293.15},
                               {"liquid_heat_capacity_J_kgK", 1685.0},
                               {"gas_gamma", 1.0871},
                               {"gas_heat_capacity_J_kgK", 1126.0},
                               {"heat_of_vaporization_J_kg", 360100.0},
                               {"antoine_a", 9.05043},
                               {"antoine_b_K", 1327.62},
                               {"antoine_c_K", -55.525},
                               {"antoine_min_K", 286.44},
                               {"antoine_max_K", 409.61}});
}

/// Diatomic gas without a liquid.
inline Substance nitrogen() { return substance("nitrogen", {{"molar_mass_kg_mol", 0.0280134}, {"gas_gamma", 1.4}}); }

/// The moments halfway between the steps of a history.
inline std::vector<double> middles(const ReleaseHistory& history) {
  std::vector<double> moments;
  for (std::size_t i = 1; i < history.steps.size(); ++i) {
    const double a = history.steps[i - 1].time_s;
    const double b = history.steps[i].time_s;
    if (b > a) moments.push_back(0.5 * (a + b));
  }
  return moments;
}

/// The integral of the rate by Simpson's rule over twice refined steps: what `released_kg` has to agree with.
/// `release` makes the history with steps at the given moments, too.
template <class Release>
double integrated_kg(const Release& release) {
  std::vector<double> moments = middles(release(std::vector<double>{}));
  const std::vector<double> quarters = middles(release(moments));
  const ReleaseHistory coarse = release(moments);
  moments.insert(moments.end(), quarters.begin(), quarters.end());
  std::sort(moments.begin(), moments.end());
  const ReleaseHistory fine = release(moments);
  double sum = 0.0;
  for (std::size_t i = 1; i < coarse.steps.size(); ++i) {
    const ReleaseStep& a = coarse.steps[i - 1];
    const ReleaseStep& b = coarse.steps[i];
    const double middle = b.time_s > a.time_s ? state_at(fine, 0.5 * (a.time_s + b.time_s)).rate_kg_s : 0.0;
    sum += (b.time_s - a.time_s) / 6.0 * (a.rate_kg_s + 4.0 * middle + b.rate_kg_s);
  }
  return sum;
}

inline bool warns(const ReleaseHistory& history, const std::string& code) {
  return std::find(history.warnings.begin(), history.warnings.end(), code) != history.warnings.end();
}

/// The code of the ModelError that `release` throws; "none" without one.
template <class Release>
std::string error_of(const Release& release) {
  try {
    static_cast<void>(release());
  } catch (const ModelError& error) {
    return error.diagnostics().front().code;
  }
  return "none";
}

}  // namespace sise::test
