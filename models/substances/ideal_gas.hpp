// The density of gases and of air.
#pragma once

namespace sise {

/// Dry air, US Standard Atmosphere 1976.
inline constexpr double air_molar_mass_kg_mol = 0.028965;

/// Density of an ideal gas, kg/m3.
[[nodiscard]] double ideal_gas_density_kg_m3(double molar_mass_kg_mol, double temperature_K, double pressure_Pa);

}  // namespace sise
