// Blast of a pressure vessel that bursts: the energy of its gas, told as TNT.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace sise {

/// How much of the gas's energy counts.
enum class ExpansionEnergy {
  brode,         ///< heating at constant volume: (p1 - p0) V / (g - 1)
  isentropic,    ///< p1 V / (g - 1) [1 - (p0/p1)^((g-1)/g)]
  isothermal,    ///< p1 V ln(p1/p0)
  availability,  ///< p1 V [ln(p1/p0) - (1 - p0/p1)]
};

constexpr std::array<ExpansionEnergy, 4> kExpansionEnergies{ExpansionEnergy::brode, ExpansionEnergy::isentropic,
                                                            ExpansionEnergy::isothermal, ExpansionEnergy::availability};

[[nodiscard]] std::string_view name_of(ExpansionEnergy energy);
[[nodiscard]] std::optional<ExpansionEnergy> expansion_energy_from(std::string_view name);

/// A vessel full of gas. Pressures are absolute.
struct GasVessel {
  double burst_pressure_pa = 0.0;
  double volume_m3 = 0.0;
  double gamma = 1.4;  ///< ratio of specific heats
  double ambient_pressure_pa = 101325.0;
};

/// Energy of an ideal gas that expands to the ambient pressure, J. Source: CCPS, Guidelines for Chemical Process
/// Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.3. Confidence: seen, example 2.22 reproduces. Throws ModelError
/// unless volume > 0, gamma > 1 and the burst pressure is above the ambient one.
[[nodiscard]] double expansion_energy_J(ExpansionEnergy method, const GasVessel& vessel);

/// Energy of a kilogram of TNT with which CPQRA's examples are computed, J/kg.
constexpr double kTntEnergy_J_kg = 4.686e6;

/// The blast of a burst vessel is weaker than TNT's near by: below this scaled distance r (p0/2E)^(1/3) a TNT curve gives
/// too much. Source: W. E. Baker et al., Explosion Hazards and Evaluation, 1983. Confidence: recalled.
constexpr double kVesselNearField = 2.0;

/// r (p0/2E)^(1/3); the two is for a vessel on the ground.
[[nodiscard]] double vessel_scaled_distance(double energy_J, double r_m, double ambient_pressure_pa);

}  // namespace sise
