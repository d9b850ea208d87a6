// Substances and weather of the dense-gas checks, with the constants of the listings that they are compared with.
#pragma once
#include "models/dispersion/dense_gas.hpp"

namespace sise::test {

inline DenseSubstance slab_ammonia() {
  return {.molar_mass_kg_mol = 0.017031,
          .gas_heat_capacity_J_kgK = 2045.9,
          .liquid_heat_capacity_J_kgK = 4611.8,
          .heat_of_vaporization_J_kg = 1.17e6,
          .boiling_point_K = 239.57,
          .liquid_density_kg_m3 = 603.0,
          .saturation_B_K = 2976.01,
          .saturation_C_K = 0.0};
}

inline DenseSubstance slab_chlorine() {
  return {.molar_mass_kg_mol = 0.070906,
          .gas_heat_capacity_J_kgK = 498.1,
          .liquid_heat_capacity_J_kgK = 926.3,
          .heat_of_vaporization_J_kg = 287840.0,
          .boiling_point_K = 239.1,
          .liquid_density_kg_m3 = 1574.0,
          .saturation_B_K = 1978.34,
          .saturation_C_K = -27.01};
}

inline DenseSubstance slab_methane() {
  return {.molar_mass_kg_mol = 0.01604,
          .gas_heat_capacity_J_kgK = 2240.0,
          .liquid_heat_capacity_J_kgK = 3349.0,
          .heat_of_vaporization_J_kg = 509880.0,
          .boiling_point_K = 111.66,
          .liquid_density_kg_m3 = 424.1,
          .saturation_B_K = 597.84,
          .saturation_C_K = -7.16};
}

inline DenseSubstance propane() {
  return {.molar_mass_kg_mol = 0.0441,
          .gas_heat_capacity_J_kgK = 1678.0,
          .liquid_heat_capacity_J_kgK = 2520.0,
          .heat_of_vaporization_J_kg = 425740.0,
          .boiling_point_K = 231.1,
          .liquid_density_kg_m3 = 500.5,
          .saturation_B_K = 1872.46,
          .saturation_C_K = -25.16};
}

/// SLAB's problem 2: an ammonia jet after the trial Desert Tortoise 4.
inline Weather jet_weather() {
  return {.wind_speed_m_s = 4.5,
          .stability = Stability::E,
          .wind_height_m = 2.0,
          .roughness_m = 0.003,
          .temperature_K = 306.2,
          .obukhov_length_m = 1.0 / 0.0221};
}

inline DenseGas ammonia_jet() {
  const DenseSource source{.release = DenseRelease::horizontal_jet,
                           .rate_kg_s = 107.87,
                           .duration_s = 381.0,
                           .area_m2 = 0.93,
                           .height_m = 1.0,
                           .temperature_K = 239.57,
                           .liquid_fraction = 0.81};
  return {source, slab_ammonia(), jet_weather(), 0.213, {.mixing = DenseMixing::ermak}};
}

/// A warm desert over water: SLAB's problem 1.
inline Weather desert_weather() {
  return {.wind_speed_m_s = 5.0, .wind_height_m = 2.88, .roughness_m = 2e-4, .temperature_K = 306.0};
}

inline DenseGas methane_pool() {
  const DenseSource source{.rate_kg_s = 117.0, .duration_s = 107.0, .area_m2 = 657.0, .temperature_K = 111.66};
  return {source, slab_methane(), desert_weather(), 0.046, {.mixing = DenseMixing::ermak}};
}

inline DenseGas methane_at_once() {
  Weather weather = desert_weather();
  weather.wind_speed_m_s = 1.92;
  weather.obukhov_length_m = 1.0 / 0.0665;
  const DenseSource source{
      .release = DenseRelease::instantaneous, .mass_kg = 5000.0, .area_m2 = 900.0, .temperature_K = 111.66};
  return {source, slab_methane(), weather, 0.046, {.mixing = DenseMixing::ermak}};
}

}  // namespace sise::test
