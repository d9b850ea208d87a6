#include "models/explosion/bleve.hpp"

#include <cmath>

#include "models/base/error.hpp"
#include "models/numeric/gauss_legendre.hpp"
#include "models/release/release_checks.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

/// The excess of a liquid's heat capacity over its ideal gas's, in units of the gas constant, after Rowlinson and
/// Bondi.
double heat_capacity_excess(double reduced, double acentric) {
  const double below = 1.0 - reduced;
  return 1.45 + 0.45 / below + 0.25 * acentric * (17.11 + 25.2 * std::cbrt(below) / reduced + 1.742 / below);
}

double gas_heat_capacity_J_kgK(const Fluid& fluid) {
  return fluid.specific_gas_constant_J_kgK() * fluid.gas_gamma() / (fluid.gas_gamma() - 1.0);
}

/// Of the saturated liquid, from the table's value at one temperature.
class LiquidHeatCapacity {
 public:
  LiquidHeatCapacity(const Substance& substance, const Fluid& fluid)
      : table_J_kgK_(fluid.liquid_heat_capacity_J_kgK()), gas_constant_J_kgK_(fluid.specific_gas_constant_J_kgK()) {
    const std::optional<double> acentric = substance.get("acentric_factor");
    const std::optional<double> reference_K = substance.get("liquid_heat_capacity_temperature_K");
    if (!acentric || !reference_K || !fluid.critical_temperature_K()) return;
    acentric_ = *acentric;
    critical_K_ = *fluid.critical_temperature_K();
    reference_K_ = *reference_K;
    // What the liquid leaves for its ideal gas at the reference, and the gas at room temperature, give the gas's slope.
    constexpr double kRoom_K = 298.15;
    constexpr double kFarEnough_K = 30.0;
    const double gas_at_reference = table_J_kgK_ - gas_constant_J_kgK_ * excess(reference_K_);
    if (std::abs(kRoom_K - reference_K_) < kFarEnough_K) return;
    gas_slope_J_kgK2_ = std::fmax(0.0, (gas_heat_capacity_J_kgK(fluid) - gas_at_reference) / (kRoom_K - reference_K_));
  }

  [[nodiscard]] double at(double temperature_K) const {
    if (critical_K_ == 0.0) return table_J_kgK_;
    return table_J_kgK_ + gas_slope_J_kgK2_ * (temperature_K - reference_K_) +
           gas_constant_J_kgK_ * (excess(temperature_K) - excess(reference_K_));
  }

 private:
  [[nodiscard]] double excess(double temperature_K) const {
    return heat_capacity_excess(temperature_K / critical_K_, acentric_);
  }

  double table_J_kgK_;
  double gas_constant_J_kgK_;
  double critical_K_ = 0.0;  ///< 0: not enough is known, the table's value stands
  double acentric_ = 0.0;
  double reference_K_ = 0.0;
  double gas_slope_J_kgK2_ = 0.0;
};

/// Enthalpy and entropy of a saturated liquid against the same at its boiling point.
struct LiquidState {
  double enthalpy_J_kg = 0.0;
  double entropy_J_kgK = 0.0;
};

LiquidState liquid_state(const LiquidHeatCapacity& capacity, double boiling_K, double temperature_K) {
  LiquidState state;
  for (const QuadratureNode& node : gauss_nodes(boiling_K, temperature_K)) {
    state.enthalpy_J_kg += node.weight * capacity.at(node.at);
    state.entropy_J_kgK += node.weight * capacity.at(node.at) / node.at;
  }
  return state;
}

/// The end of every expansion: liquid and vapour at ambient pressure, dry vapour where the entropy asks for more.
class Outside {
 public:
  Outside(const Fluid& fluid, double pressure_pa)
      : pressure_pa_(pressure_pa),
        boiling_K_(fluid.boiling_temperature_K(pressure_pa)),
        heat_J_kg_(fluid.heat_of_vaporization_J_kg(boiling_K_)),
        liquid_m3_kg_(1.0 / fluid.liquid_density_kg_m3(boiling_K_)),
        vapour_m3_kg_(1.0 / fluid.vapour_density_kg_m3(boiling_K_, pressure_pa)),
        gas_capacity_J_kgK_(gas_heat_capacity_J_kgK(fluid)) {}

  [[nodiscard]] double boiling_K() const { return boiling_K_; }

  /// From the internal energy and entropy at the start, both against the liquid at the boiling point.
  [[nodiscard]] SpecificExpansion expand(double internal_J_kg, double entropy_J_kgK) const {
    const double quality = entropy_J_kgK * boiling_K_ / heat_J_kg_;
    if (quality <= 1.0) {
      const double volume = liquid_m3_kg_ + quality * (vapour_m3_kg_ - liquid_m3_kg_);
      return {internal_J_kg - (quality * heat_J_kg_ - pressure_pa_ * volume), quality};
    }
    const double warmer = std::exp((entropy_J_kgK - heat_J_kg_ / boiling_K_) / gas_capacity_J_kgK_);
    const double enthalpy = heat_J_kg_ + gas_capacity_J_kgK_ * boiling_K_ * (warmer - 1.0);
    return {internal_J_kg - (enthalpy - pressure_pa_ * vapour_m3_kg_ * warmer), 1.0};
  }

 private:
  double pressure_pa_;
  double boiling_K_;
  double heat_J_kg_;
  double liquid_m3_kg_;
  double vapour_m3_kg_;
  double gas_capacity_J_kgK_;
};

/// How much of the mass is vapour in what the liquid leaves of the vessel.
double vapour_mass_kg(const BleveVessel& vessel, double liquid_kg_m3, double vapour_kg_m3) {
  if (!vessel.volume_m3) return 0.0;
  require_positive("volume_m3", *vessel.volume_m3);
  require_content_fits(vessel.mass_kg, vessel.mass_kg / liquid_kg_m3, *vessel.volume_m3);
  const double gas_m3 = (*vessel.volume_m3 - vessel.mass_kg / liquid_kg_m3) / (1.0 - vapour_kg_m3 / liquid_kg_m3);
  return std::fmin(vessel.mass_kg, gas_m3 * vapour_kg_m3);
}

}  // namespace

BleveEnergy bleve_energy(const Substance& substance, const BleveVessel& vessel) {
  const Fluid fluid(substance);
  const double hot_K = vessel.temperature_K;
  require_positive("mass_kg", vessel.mass_kg);
  require_positive("burst_temperature_K", hot_K);
  require_below_critical(fluid, hot_K);
  const double pressure_pa = fluid.vapour_pressure_Pa(hot_K);
  require_overpressure(pressure_pa, vessel.ambient_pressure_pa);
  const Outside outside(fluid, vessel.ambient_pressure_pa);
  const LiquidState liquid = liquid_state({substance, fluid}, outside.boiling_K(), hot_K);
  const double liquid_kg_m3 = fluid.liquid_density_kg_m3(hot_K);
  const double vapour_kg_m3 = fluid.vapour_density_kg_m3(hot_K, pressure_pa);
  const double heat_J_kg = fluid.heat_of_vaporization_J_kg(hot_K);

  BleveEnergy energy;
  energy.burst_pressure_pa = pressure_pa;
  energy.vapour_kg = vapour_mass_kg(vessel, liquid_kg_m3, vapour_kg_m3);
  energy.liquid_kg = vessel.mass_kg - energy.vapour_kg;
  energy.liquid = outside.expand(liquid.enthalpy_J_kg - pressure_pa / liquid_kg_m3, liquid.entropy_J_kgK);
  energy.vapour = outside.expand(liquid.enthalpy_J_kg + heat_J_kg - pressure_pa / vapour_kg_m3,
                                 liquid.entropy_J_kgK + heat_J_kg / hot_K);
  energy.energy_J = energy.liquid_kg * energy.liquid.energy_J_kg + energy.vapour_kg * energy.vapour.energy_J_kg;
  const std::optional<double> critical_K = fluid.critical_temperature_K();
  energy.below_superheat_limit = critical_K && hot_K < kSuperheatLimit * *critical_K;
  return energy;
}

}  // namespace sise
