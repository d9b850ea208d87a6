#include "core/accidents/expanded_jet.hpp"

#include <algorithm>
#include <cmath>

namespace sise {

ExpandedJet expanded_jet(double gamma, double specific_gas_constant_J_kgK, double temperature_K, double pressure_Pa,
                         double ambient_pressure_Pa) {
  const double choked = std::pow(0.5 * (gamma + 1.0), gamma / (gamma - 1.0));  // vessel over throat pressure
  const double ratio = std::max(pressure_Pa / ambient_pressure_Pa, choked);
  const double warmer = std::pow(ratio, (gamma - 1.0) / gamma);  // vessel over jet temperature
  const double jet_K = temperature_K / warmer;
  const double mach = std::sqrt(2.0 * (warmer - 1.0) / (gamma - 1.0));
  return {mach * std::sqrt(gamma * specific_gas_constant_J_kgK * jet_K), jet_K};
}

}  // namespace sise
