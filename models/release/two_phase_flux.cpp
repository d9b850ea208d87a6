#include "models/release/two_phase_flux.hpp"

#include <algorithm>
#include <cmath>

#include "models/numeric/roots.hpp"
#include "models/release/vessel_liquid.hpp"

namespace sise {
namespace {

constexpr double kRelaxationLength_m = 0.1;
constexpr double kCriticalPressureShare = 0.55;  // HJ 169-2018 annex F

/// Growth of volume on boiling, m3/kg.
double volume_change_m3_kg(const Fluid& fluid, double temperature_K, double pressure_Pa) {
  return 1.0 / fluid.vapour_density_kg_m3(temperature_K, pressure_Pa) - 1.0 / fluid.liquid_density_kg_m3(temperature_K);
}

/// Flux over sqrt(p0 rho0) of a liquid that reaches saturation at the pressure ratio `saturated` and expands to `eta`.
double omega_shape(double omega, double saturated, double eta) {
  const double work =
      1.0 - saturated + omega * saturated * std::log(saturated / eta) - (omega - 1.0) * (saturated - eta);
  return std::sqrt(2.0 * std::fmax(0.0, work)) / (omega * (saturated / eta - 1.0) + 1.0);
}

}  // namespace

std::optional<TwoPhaseFlow> two_phase_flow_from(std::string_view name) {
  if (name == "hj169") return TwoPhaseFlow::hj169;
  if (name == "omega") return TwoPhaseFlow::omega;
  if (name == "fauske") return TwoPhaseFlow::fauske;
  return std::nullopt;
}

double hj169_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& up) {
  const double critical_Pa = std::fmax(kCriticalPressureShare * up.pressure_Pa, up.ambient_pressure_Pa);
  const double liquid_density = fluid.liquid_density_kg_m3(up.temperature_K);
  const double saturation_Pa = fluid.vapour_pressure_Pa(up.temperature_K);
  if (saturation_Pa <= critical_Pa) {
    const double back_Pa = std::fmax(saturation_Pa, up.ambient_pressure_Pa);
    return liquid_flux_kg_m2_s(liquid_density, up.pressure_Pa - back_Pa);
  }
  const double boiling_K = fluid.boiling_temperature_K(critical_Pa);
  const double heat_J_kg = fluid.liquid_heat_capacity_J_kgK() * (up.temperature_K - boiling_K);
  const double vapour = std::min(1.0, heat_J_kg / fluid.heat_of_vaporization_J_kg(boiling_K));
  const double volume_m3_kg =
      vapour / fluid.vapour_density_kg_m3(boiling_K, critical_Pa) + (1.0 - vapour) / liquid_density;
  return liquid_flux_kg_m2_s(1.0 / volume_m3_kg, up.pressure_Pa - critical_Pa);
}

double omega_parameter(const Fluid& fluid, double temperature_K) {
  const double saturation_Pa = fluid.vapour_pressure_Pa(temperature_K);
  const double growth =
      volume_change_m3_kg(fluid, temperature_K, saturation_Pa) / fluid.heat_of_vaporization_J_kg(temperature_K);
  return fluid.liquid_heat_capacity_J_kgK() * temperature_K * saturation_Pa *
         fluid.liquid_density_kg_m3(temperature_K) * growth * growth;
}

double omega_critical_ratio(double omega) {
  const auto balance = [omega](double eta) {
    const double rest = 1.0 - eta;
    return eta * eta + (omega * omega - 2.0 * omega) * rest * rest + 2.0 * omega * omega * (std::log(eta) + rest);
  };
  constexpr double kSmallest = 1e-6;
  return brent(balance, kSmallest, 1.0);
}

double omega_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& up) {
  const double saturation_Pa = std::fmin(fluid.vapour_pressure_Pa(up.temperature_K), up.pressure_Pa);
  const double density = fluid.liquid_density_kg_m3(up.temperature_K);
  if (saturation_Pa <= up.ambient_pressure_Pa) {
    return liquid_flux_kg_m2_s(density, up.pressure_Pa - up.ambient_pressure_Pa);
  }
  const double omega = omega_parameter(fluid, up.temperature_K);
  const double saturated = saturation_Pa / up.pressure_Pa;
  const double outside = up.ambient_pressure_Pa / up.pressure_Pa;
  const auto shape = [&](double eta) { return omega_shape(omega, saturated, eta); };
  const double choke = golden_maximum(shape, outside, saturated);
  return std::sqrt(up.pressure_Pa * density) * std::max({shape(outside), shape(choke), shape(saturated)});
}

double equilibrium_rate_kg_m2_s(double heat_of_vaporization_J_kg, double volume_change, double heat_capacity_J_kgK,
                                double temperature_K) {
  return heat_of_vaporization_J_kg / volume_change / std::sqrt(temperature_K * heat_capacity_J_kgK);
}

double fauske_flux_kg_m2_s(const Fluid& fluid, const TwoPhaseUpstream& up, double pipe_length_m) {
  const double saturation_Pa = std::fmin(fluid.vapour_pressure_Pa(up.temperature_K), up.pressure_Pa);
  const double density = fluid.liquid_density_kg_m3(up.temperature_K);
  const double bernoulli =
      liquid_flux_kg_m2_s(density, up.pressure_Pa - std::fmax(saturation_Pa, up.ambient_pressure_Pa));
  const double flashing_Pa = saturation_Pa - up.ambient_pressure_Pa;
  if (flashing_Pa <= 0.0) return bernoulli;
  const double equilibrium = equilibrium_rate_kg_m2_s(fluid.heat_of_vaporization_J_kg(up.temperature_K),
                                                      volume_change_m3_kg(fluid, up.temperature_K, saturation_Pa),
                                                      fluid.liquid_heat_capacity_J_kgK(), up.temperature_K);
  const double frozen = liquid_flux_kg_m2_s(density, flashing_Pa);
  const double relaxed = std::fmin(1.0, pipe_length_m / kRelaxationLength_m);
  const double saturated = 1.0 / std::sqrt(1.0 / (frozen * frozen) + relaxed / (equilibrium * equilibrium));
  return std::hypot(bernoulli, saturated);
}

}  // namespace sise
