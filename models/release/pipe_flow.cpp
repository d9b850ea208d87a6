#include "models/release/pipe_flow.hpp"

#include <cmath>

#include "models/numeric/roots.hpp"
#include "models/release/release_checks.hpp"

namespace sise {
namespace {

constexpr double kSlowest = 1e-9;  // Mach number

/// (1 - x)/x + ln x with x = gamma M^2: isothermal friction length to the choke, without cancellation near it.
double isothermal_length(double mach, double gamma) {
  const double x = gamma * mach * mach;
  return (1.0 - x) / x + std::log(x);
}

/// The exit's Mach number for an inlet's: where the remaining length is less by the pipe's resistance.
template <class Length>
double exit_mach(const Length& length, double inlet, double sonic, double resistance) {
  const double rest = length(inlet) - resistance;
  if (rest <= 0.0) return sonic;
  return brent([&](double mach) { return length(mach) - rest; }, inlet, sonic);
}

/// The flow whose exit is at Mach `sonic`, or at ambient pressure with a slower inlet. `exit_Pa(inlet Mach)` is the
/// pressure at the exit.
template <class Length, class Exit>
double inlet_mach(const Length& length, const Exit& exit_Pa, double sonic, const PipeEnds& ends) {
  const auto lacking = [&](double mach) { return length(mach) - ends.resistance; };
  const double fastest = lacking(sonic) >= 0.0 ? sonic : brent(lacking, kSlowest, sonic);
  if (exit_Pa(fastest) >= ends.ambient_pressure_Pa) return fastest;
  return brent([&](double mach) { return exit_Pa(mach) - ends.ambient_pressure_Pa; }, kSlowest, fastest);
}

double stagnation_ratio(double mach, double gamma) { return 1.0 + 0.5 * (gamma - 1.0) * mach * mach; }

}  // namespace

double rough_fanning_factor(double diameter_m, double roughness_m) {
  const double inverse_root = 4.0 * std::log10(3.7 * diameter_m / roughness_m);
  return 1.0 / (inverse_root * inverse_root);
}

double fanno_length(double mach, double gamma) {
  const double square = mach * mach;
  return (1.0 - square) / (gamma * square) +
         (gamma + 1.0) / (2.0 * gamma) * std::log((gamma + 1.0) * square / (2.0 * stagnation_ratio(mach, gamma)));
}

double fanno_pressure(double mach, double gamma) {
  return std::sqrt((gamma + 1.0) / (2.0 * stagnation_ratio(mach, gamma))) / mach;
}

PipeFlow adiabatic_pipe_flow(const IdealGas& gas, const PipeEnds& ends) {
  require_overpressure(ends.pressure_Pa, ends.ambient_pressure_Pa);
  const double gamma = gas.gamma;
  const auto length = [gamma](double mach) { return fanno_length(mach, gamma); };
  const auto inlet_Pa = [&](double mach) {
    return ends.pressure_Pa * std::pow(stagnation_ratio(mach, gamma), -gamma / (gamma - 1.0));
  };
  const auto exit_Pa = [&](double inlet) {
    const double outlet = exit_mach(length, inlet, 1.0, ends.resistance);
    return inlet_Pa(inlet) * fanno_pressure(outlet, gamma) / fanno_pressure(inlet, gamma);
  };
  const double mach = inlet_mach(length, exit_Pa, 1.0, ends);
  const double inlet_K = ends.temperature_K / stagnation_ratio(mach, gamma);
  const double flux = inlet_Pa(mach) * mach * std::sqrt(gamma / (gas.specific_gas_constant_J_kgK * inlet_K));
  const double out_Pa = exit_Pa(mach);
  return {flux, mach, out_Pa, out_Pa > ends.ambient_pressure_Pa * (1.0 + 1e-9)};
}

PipeFlow isothermal_pipe_flow(const IdealGas& gas, const PipeEnds& ends) {
  require_overpressure(ends.pressure_Pa, ends.ambient_pressure_Pa);
  const double gamma = gas.gamma;
  const double sonic = 1.0 / std::sqrt(gamma);
  const auto length = [gamma](double mach) { return isothermal_length(mach, gamma); };
  const auto inlet_Pa = [&](double mach) { return ends.pressure_Pa * std::exp(-0.5 * gamma * mach * mach); };
  const auto exit_Pa = [&](double inlet) {
    return inlet_Pa(inlet) * inlet / exit_mach(length, inlet, sonic, ends.resistance);
  };
  const double mach = inlet_mach(length, exit_Pa, sonic, ends);
  const double flux = inlet_Pa(mach) * mach * std::sqrt(gamma / (gas.specific_gas_constant_J_kgK * ends.temperature_K));
  const double out_Pa = exit_Pa(mach);
  return {flux, mach, out_Pa, out_Pa > ends.ambient_pressure_Pa * (1.0 + 1e-9)};
}

}  // namespace sise
