// Gas through a hole in a vessel, and the vessel's blow-down.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/release/release_history.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

struct IdealGas {
  double specific_gas_constant_J_kgK = 0.0;
  double gamma = 0.0;  ///< cp/cv
};

[[nodiscard]] IdealGas ideal_gas_of(const Fluid& fluid);

/// The flow is choked where ambient over vessel pressure is at or below (2/(gamma+1))^(gamma/(gamma-1)).
[[nodiscard]] double critical_pressure_ratio(double gamma);

[[nodiscard]] bool is_choked(double pressure_Pa, double ambient_pressure_Pa, double gamma);

/// Isentropic flow of an ideal gas per area of hole, kg/(m2 s), choked or not; 0 without overpressure.
/// HJ 169-2018 F.2-F.4 (where "g" stands for gamma in the exponent); CPR 14E (Yellow Book) 1997, 2.22-2.25.
/// Confidence: seen.
[[nodiscard]] double gas_flux_kg_m2_s(const IdealGas& gas, double pressure_Pa, double temperature_K,
                                      double ambient_pressure_Pa);

enum class GasExpansion {
  adiabatic,   ///< what stays expands without heat from the wall: T falls as the content to the power gamma - 1
  isothermal,  ///< the wall keeps the temperature
};

[[nodiscard]] std::optional<GasExpansion> gas_expansion_from(std::string_view name);

struct GasVesselSource {
  double hole_diameter_m = 0.0;
  double discharge_coefficient = 1.0;
  double pressure_Pa = 0.0;  ///< absolute
  double temperature_K = 0.0;
  double volume_m3 = 0.0;
  GasExpansion expansion = GasExpansion::adiabatic;
  std::optional<double> stop_after_s{};
  std::vector<double> also_at_s{};  ///< moments that get a step of their own, ascending
};

/// Until the vessel is at ambient pressure, or the valve closes. Warnings: `gas_not_ideal` (Z off 1 by more than 0.1),
/// `expansion_condenses` (the vessel cools below the dew point), `above_critical`, `recalled_property`.
/// Throws ModelError: out-of-range numbers, `no_overpressure`, `below_melting`, `hole_larger_than_vessel`,
/// `missing_property`.
[[nodiscard]] ReleaseHistory gas_vessel_release(const GasVesselSource& source, const Fluid& fluid,
                                                double ambient_pressure_Pa);

/// Mass of an ideal gas in the vessel, kg.
[[nodiscard]] double gas_content_kg(const GasVesselSource& source, const Fluid& fluid);

}  // namespace sise
