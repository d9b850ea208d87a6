#include "models/release/vessel_gas.hpp"

#include <algorithm>
#include <cmath>

#include "models/release/depletion.hpp"
#include "models/release/orifice.hpp"
#include "models/release/release_checks.hpp"

namespace sise {
namespace {

/// From a vessel's pressure over ambient as a logarithm, so that the last pascals of overpressure stay exact.
double flux_kg_m2_s(const IdealGas& gas, double log_ratio, double temperature_K, double ambient_pressure_Pa) {
  if (log_ratio <= 0.0) return 0.0;
  const double gamma = gas.gamma;
  const double pressure_Pa = ambient_pressure_Pa * std::exp(log_ratio);
  const double scale = pressure_Pa / std::sqrt(gas.specific_gas_constant_J_kgK * temperature_K);
  if (-log_ratio <= std::log(critical_pressure_ratio(gamma))) {
    return scale * std::sqrt(gamma * std::pow(2.0 / (gamma + 1.0), (gamma + 1.0) / (gamma - 1.0)));
  }
  const double drop = -std::expm1(-log_ratio * (gamma - 1.0) / gamma);
  return scale * std::exp(-log_ratio / gamma) * std::sqrt(2.0 * gamma / (gamma - 1.0) * drop);
}

void check(const GasVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  require_hole(source.hole_diameter_m, source.discharge_coefficient);
  require_positive("pressure_Pa", source.pressure_Pa);
  require_positive("volume_m3", source.volume_m3);
  require_positive("ambient_pressure_Pa", ambient_pressure_Pa);
  require_fluid(fluid, source.temperature_K);
  require_overpressure(source.pressure_Pa, ambient_pressure_Pa);
  require_gas(fluid, source.temperature_K, source.pressure_Pa);
  require_hole_fits(source.hole_diameter_m, source.volume_m3);
  require_range(fluid.gas_gamma() > 1.0, "gas_gamma", fluid.gas_gamma(), {"above 1", "大于 1"});
}

bool condenses(const Fluid& fluid, const ReleaseStep& step) {
  constexpr double kRounding = 1.0 + 1e-6;
  const VapourPressure& curve = fluid.vapour_pressure();
  return curve.known() && curve.covers(step.temperature_K) &&
         step.pressure_Pa > kRounding * curve.at(step.temperature_K);
}

void add_warnings(ReleaseHistory& history, const GasVesselSource& source, const Fluid& fluid) {
  constexpr double kAlmostIdeal = 0.1;
  if (std::abs(fluid.compressibility(source.temperature_K, source.pressure_Pa) - 1.0) > kAlmostIdeal) {
    history.warn("gas_not_ideal");
  }
  if (fluid.critical_pressure_Pa() && source.pressure_Pa > *fluid.critical_pressure_Pa() &&
      fluid.critical_temperature_K() && source.temperature_K > *fluid.critical_temperature_K()) {
    history.warn("above_critical");
  }
  const bool dew = std::any_of(history.steps.begin(), history.steps.end(),
                               [&](const ReleaseStep& step) { return condenses(fluid, step); });
  if (dew) history.warn("expansion_condenses");
  if (fluid.recalled()) history.warn("recalled_property");
}

}  // namespace

IdealGas ideal_gas_of(const Fluid& fluid) { return {fluid.specific_gas_constant_J_kgK(), fluid.gas_gamma()}; }

double critical_pressure_ratio(double gamma) { return std::pow(2.0 / (gamma + 1.0), gamma / (gamma - 1.0)); }

bool is_choked(double pressure_Pa, double ambient_pressure_Pa, double gamma) {
  return ambient_pressure_Pa <= critical_pressure_ratio(gamma) * pressure_Pa;
}

double gas_flux_kg_m2_s(const IdealGas& gas, double pressure_Pa, double temperature_K, double ambient_pressure_Pa) {
  return flux_kg_m2_s(gas, std::log(pressure_Pa / ambient_pressure_Pa), temperature_K, ambient_pressure_Pa);
}

std::optional<GasExpansion> gas_expansion_from(std::string_view name) {
  if (name == "adiabatic") return GasExpansion::adiabatic;
  if (name == "isothermal") return GasExpansion::isothermal;
  return std::nullopt;
}

double gas_content_kg(const GasVesselSource& source, const Fluid& fluid) {
  return source.pressure_Pa * source.volume_m3 / (fluid.specific_gas_constant_J_kgK() * source.temperature_K);
}

ReleaseHistory gas_vessel_release(const GasVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  check(source, fluid, ambient_pressure_Pa);
  const IdealGas gas = ideal_gas_of(fluid);
  const double content_kg = gas_content_kg(source, fluid);
  const double area_m2 = source.discharge_coefficient * hole_area_m2(source.hole_diameter_m);
  // p ~ m^exponent and T ~ m^(exponent - 1) of what stays.
  const double exponent = source.expansion == GasExpansion::adiabatic ? gas.gamma : 1.0;
  const double log_drop = std::log(source.pressure_Pa / ambient_pressure_Pa) / exponent;
  const double end_kg = content_kg * std::exp(-log_drop);
  const double end_K = source.temperature_K * std::exp(-log_drop * (exponent - 1.0));
  const auto state = [=](double above_end_kg) {
    const double growth = std::log1p(above_end_kg / end_kg);
    const double temperature_K = end_K * std::exp(growth * (exponent - 1.0));
    const double flux = flux_kg_m2_s(gas, growth * exponent, temperature_K, ambient_pressure_Pa);
    return VesselState{area_m2 * flux, ambient_pressure_Pa * std::exp(growth * exponent), temperature_K, 1.0};
  };
  ReleaseHistory history = deplete({content_kg, end_kg, state, source.stop_after_s, source.also_at_s});
  add_warnings(history, source, fluid);
  return history;
}

}  // namespace sise
