// Steady flow of a gas through a pipe with friction, from a reservoir to the open air.
#pragma once
#include "models/release/vessel_gas.hpp"

namespace sise {

/// Fanning's friction factor of fully rough flow: 1/sqrt(f) = 4 log10(3.7 D/eps) (Nikuradse; AQ/T 3046-2013 annex E).
/// Confidence: seen.
[[nodiscard]] double rough_fanning_factor(double diameter_m, double roughness_m);

struct PipeFlow {
  double flux_kg_m2_s = 0.0;
  double inlet_mach = 0.0;
  double exit_pressure_Pa = 0.0;
  bool choked = false;
};

/// What drives the flow and what resists it.
struct PipeEnds {
  double pressure_Pa = 0.0;    ///< absolute, in the reservoir
  double temperature_K = 0.0;  ///< in the reservoir
  double ambient_pressure_Pa = 0.0;
  double resistance = 0.0;  ///< 4 f L/D plus the losses of entrance and fittings
};

/// Fanno's function 4 f L*/D of the Mach number: friction that would bring the flow to Mach 1.
[[nodiscard]] double fanno_length(double mach, double gamma);
/// p/p* on a Fanno line.
[[nodiscard]] double fanno_pressure(double mach, double gamma);

/// Isentropic entrance, then adiabatic flow with friction (Fanno), choked at Mach 1 at the exit or at ambient pressure
/// there. CPR 14E (Yellow Book) 1997, section 2.5.2.5; Shapiro 1953, chapter 6. Confidence: corroborated,
/// Fanno's tables reproduce. Throws ModelError `no_overpressure`.
[[nodiscard]] PipeFlow adiabatic_pipe_flow(const IdealGas& gas, const PipeEnds& ends);

/// The same at constant temperature, choked at Mach 1/sqrt(gamma) at the exit.
[[nodiscard]] PipeFlow isothermal_pipe_flow(const IdealGas& gas, const PipeEnds& ends);

}  // namespace sise
