#include "models/explosion/bleve.hpp"

#include <cmath>

#include "models/base/error.hpp"
#include "models/numeric/gauss_legendre.hpp"
#include "models/numeric/roots.hpp"
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

/// The vapour at a temperature and pressure against the liquid at its boiling point: vaporized there, then warmed and
/// pressed together as a real gas.
class Vapour {
 public:
  Vapour(const Fluid& fluid, double boiling_K, double ambient_pa)
      : fluid_(fluid),
        boiling_K_(boiling_K),
        ambient_pa_(ambient_pa),
        heat_J_kg_(fluid.heat_of_vaporization_J_kg(boiling_K)),
        capacity_J_kgK_(gas_heat_capacity_J_kgK(fluid)),
        start_(fluid.vapour_departure(boiling_K, ambient_pa)) {}

  [[nodiscard]] double heat_of_vaporization_J_kg() const { return heat_J_kg_; }
  [[nodiscard]] double volume_m3_kg(double temperature_K, double pressure_pa) const {
    return 1.0 / fluid_.vapour_density_kg_m3(temperature_K, pressure_pa);
  }
  [[nodiscard]] double enthalpy_J_kg(double temperature_K, double pressure_pa) const {
    const double departure = fluid_.vapour_departure(temperature_K, pressure_pa).enthalpy_J_kg - start_.enthalpy_J_kg;
    return heat_J_kg_ + capacity_J_kgK_ * (temperature_K - boiling_K_) + departure;
  }
  [[nodiscard]] double entropy_J_kgK(double temperature_K, double pressure_pa) const {
    const double departure = fluid_.vapour_departure(temperature_K, pressure_pa).entropy_J_kgK - start_.entropy_J_kgK;
    return heat_J_kg_ / boiling_K_ + capacity_J_kgK_ * std::log(temperature_K / boiling_K_) -
           fluid_.specific_gas_constant_J_kgK() * std::log(pressure_pa / ambient_pa_) + departure;
  }
  /// The temperature of dry vapour at ambient pressure with this entropy.
  [[nodiscard]] double temperature_outside_K(double entropy_J_kgK) const {
    constexpr double kMuchWarmer = 4.0;
    const auto excess = [&](double temperature_K) {
      return this->entropy_J_kgK(temperature_K, ambient_pa_) - entropy_J_kgK;
    };
    return brent(excess, boiling_K_, kMuchWarmer * boiling_K_);
  }

 private:
  const Fluid& fluid_;
  double boiling_K_;
  double ambient_pa_;
  double heat_J_kg_;
  double capacity_J_kgK_;
  VapourDeparture start_;
};

/// The end of every expansion: liquid and vapour at ambient pressure, dry vapour where the entropy asks for more.
class Outside {
 public:
  Outside(const Fluid& fluid, double pressure_pa)
      : pressure_pa_(pressure_pa),
        boiling_K_(fluid.boiling_temperature_K(pressure_pa)),
        liquid_m3_kg_(1.0 / fluid.liquid_density_kg_m3(boiling_K_)),
        vapour_(fluid, boiling_K_, pressure_pa) {}

  [[nodiscard]] double boiling_K() const { return boiling_K_; }
  [[nodiscard]] const Vapour& vapour() const { return vapour_; }

  /// From the internal energy and entropy at the start, both against the liquid at the boiling point.
  [[nodiscard]] SpecificExpansion expand(double internal_J_kg, double entropy_J_kgK) const {
    const double heat_J_kg = vapour_.heat_of_vaporization_J_kg();
    const double quality = entropy_J_kgK * boiling_K_ / heat_J_kg;
    if (quality <= 1.0) {
      const double volume = liquid_m3_kg_ + quality * (vapour_.volume_m3_kg(boiling_K_, pressure_pa_) - liquid_m3_kg_);
      return {internal_J_kg - (quality * heat_J_kg - pressure_pa_ * volume), quality};
    }
    const double temperature_K = vapour_.temperature_outside_K(entropy_J_kgK);
    const double flow_J_kg = pressure_pa_ * vapour_.volume_m3_kg(temperature_K, pressure_pa_);
    return {internal_J_kg - (vapour_.enthalpy_J_kg(temperature_K, pressure_pa_) - flow_J_kg), 1.0};
  }

 private:
  double pressure_pa_;
  double boiling_K_;
  double liquid_m3_kg_;
  Vapour vapour_;
};

/// The vapour at the burst: on the saturated liquid that it would stand over, by the heat of vaporization. Vapour alone
/// is the gas of the virial equation; what that misses at saturation fades with the square of the pressure, as the terms
/// do that it leaves out.
class HotVapour {
 public:
  HotVapour(const Fluid& fluid, const Vapour& gas, const LiquidState& liquid, double hot_K)
      : gas_(gas), hot_K_(hot_K), saturation_pa_(fluid.vapour_pressure_Pa(hot_K)) {
    const double heat_J_kg = fluid.heat_of_vaporization_J_kg(hot_K);
    missing_ = {liquid.enthalpy_J_kg + heat_J_kg - gas.enthalpy_J_kg(hot_K, saturation_pa_),
                liquid.entropy_J_kgK + heat_J_kg / hot_K - gas.entropy_J_kgK(hot_K, saturation_pa_)};
  }

  [[nodiscard]] SpecificExpansion expand(const Outside& outside, double pressure_pa) const {
    const double fade = std::pow(pressure_pa / saturation_pa_, 2.0);
    const double enthalpy = gas_.enthalpy_J_kg(hot_K_, pressure_pa) + fade * missing_.enthalpy_J_kg;
    const double entropy = gas_.entropy_J_kgK(hot_K_, pressure_pa) + fade * missing_.entropy_J_kgK;
    return outside.expand(enthalpy - pressure_pa * gas_.volume_m3_kg(hot_K_, pressure_pa), entropy);
  }

 private:
  const Vapour& gas_;
  double hot_K_;
  double saturation_pa_;
  VapourDeparture missing_;
};

/// Of vapour alone in a volume larger than saturated vapour fills.
double thin_vapour_pa(const Vapour& vapour, double hot_K, double saturation_pa, double volume_m3_kg) {
  const auto too_thin = [&](double pressure_pa) { return volume_m3_kg - vapour.volume_m3_kg(hot_K, pressure_pa); };
  constexpr double kNearlyNothing = 1e-6;
  return brent(too_thin, kNearlyNothing * saturation_pa, saturation_pa);
}

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
  require_overpressure(fluid.vapour_pressure_Pa(hot_K), vessel.ambient_pressure_pa);
  const Outside outside(fluid, vessel.ambient_pressure_pa);
  const LiquidState liquid = liquid_state({substance, fluid}, outside.boiling_K(), hot_K);
  const double liquid_kg_m3 = fluid.liquid_density_kg_m3(hot_K);
  const Vapour& vapour = outside.vapour();

  BleveEnergy energy;
  energy.burst_pressure_pa = fluid.vapour_pressure_Pa(hot_K);
  energy.vapour_kg = vapour_mass_kg(vessel, liquid_kg_m3, 1.0 / vapour.volume_m3_kg(hot_K, energy.burst_pressure_pa));
  energy.liquid_kg = vessel.mass_kg - energy.vapour_kg;
  if (energy.liquid_kg > 0.0) {
    energy.liquid =
        outside.expand(liquid.enthalpy_J_kg - energy.burst_pressure_pa / liquid_kg_m3, liquid.entropy_J_kgK);
  } else {
    energy.burst_pressure_pa =
        thin_vapour_pa(vapour, hot_K, energy.burst_pressure_pa, *vessel.volume_m3 / vessel.mass_kg);
    require_overpressure(energy.burst_pressure_pa, vessel.ambient_pressure_pa);
  }
  energy.vapour = HotVapour(fluid, vapour, liquid, hot_K).expand(outside, energy.burst_pressure_pa);
  energy.energy_J = energy.liquid_kg * energy.liquid.energy_J_kg + energy.vapour_kg * energy.vapour.energy_J_kg;
  const std::optional<double> critical_K = fluid.critical_temperature_K();
  energy.below_superheat_limit = energy.liquid_kg > 0.0 && critical_K && hot_K < kSuperheatLimit * *critical_K;
  return energy;
}

}  // namespace sise
