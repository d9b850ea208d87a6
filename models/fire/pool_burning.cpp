#include "models/fire/pool_burning.hpp"

#include <algorithm>
#include <cmath>

namespace sise {

double babrauskas_burning_rate(double largest_kg_m2_s, double k_beta_1_m, double diameter_m) {
  return -largest_kg_m2_s * std::expm1(-k_beta_1_m * diameter_m);
}

double burgess_burning_rate(double heat_of_combustion_J_kg, double heat_of_vaporization_J_kg,
                            double heat_capacity_J_kgK, double boiling_point_K, double air_temperature_K) {
  const double heating_J_kg = heat_capacity_J_kgK * std::max(0.0, boiling_point_K - air_temperature_K);
  return 1e-3 * heat_of_combustion_J_kg / (heat_of_vaporization_J_kg + heating_J_kg);
}

}  // namespace sise
