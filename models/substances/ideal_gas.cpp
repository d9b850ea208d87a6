#include "models/substances/ideal_gas.hpp"

#include "models/base/constants.hpp"

namespace sise {

double ideal_gas_density_kg_m3(double molar_mass_kg_mol, double temperature_K, double pressure_Pa) {
  return pressure_Pa * molar_mass_kg_mol / (kGasConstant_J_mol_K * temperature_K);
}

}  // namespace sise
