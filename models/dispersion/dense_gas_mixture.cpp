#include "models/dispersion/dense_gas_mixture.hpp"

#include <algorithm>
#include <cmath>

namespace sise {
namespace {

constexpr double kAtmosphere_Pa = 101325.0;
constexpr double kWaterLiquidHeatCapacity_J_kgK = 4178.0;
constexpr double kWaterLatent_J_kg = 2.441e6;
constexpr double kWaterReference_K = 298.2;
constexpr double kWaterDensity_kg_m3 = 1000.0;
constexpr double kWaterCondensation_J_kg =
    kWaterLatent_J_kg + kWaterReference_K * (kWaterLiquidHeatCapacity_J_kgK - kWaterVapourHeatCapacity_J_kgK);
constexpr double kWaterA = 15.08;
constexpr double kWaterB_K = 5514.0;

// How exactly the equilibrium is found; enthalpies are some 1e5 J per kg.
constexpr double kEnthalpyTolerance_J = 1e-7;
constexpr double kVapourTolerance = 1e-14;
constexpr double kWaterTolerance = 1e-12;
constexpr double kWaterTrust = 1e-3;
constexpr int kWaterSubstitutions = 2;
constexpr int kMostSteps = 60;

}  // namespace

double water_vapour_pressure_Pa(double temperature_K) {
  return kAtmosphere_Pa * std::exp(kWaterA - kWaterB_K / temperature_K);
}

/// Of one kilogram of mixture.
struct DenseMixture::Parts {
  double substance_kg = 0.0;
  double dry_air_kg = 0.0;
  double water_kg = 0.0;
  double enthalpy_J = 0.0;
  double substance_mol = 0.0;
  double dry_air_mol = 0.0;
  double water_mol = 0.0;
};

DenseMixture::DenseMixture(const DenseSubstance& substance, const MoistAir& air, double temperature_K,
                           double liquid_fraction)
    : substance_(substance), air_(air) {
  saturation_B_K_ = substance.saturation_B_K;
  saturation_C_K_ = substance.saturation_C_K;
  if (!(saturation_B_K_ > 0.0)) {
    saturation_B_K_ = substance.heat_of_vaporization_J_kg * substance.molar_mass_kg_mol / kDenseGasConstant_J_molK;
    saturation_C_K_ = 0.0;
  }
  if (condenses()) {
    const double normal_A = saturation_B_K_ / (substance.boiling_point_K + saturation_C_K_);
    saturation_A_ = normal_A - std::log(air.pressure_Pa / kAtmosphere_Pa);
    boiling_K_ = saturation_B_K_ / saturation_A_ - saturation_C_K_;
  }
  const double cp_gas = substance.gas_heat_capacity_J_kgK;
  const double cp_liquid = substance.liquid_heat_capacity_J_kgK;
  condensation_J_kg_ = substance.heat_of_vaporization_J_kg + substance.boiling_point_K * (cp_liquid - cp_gas);
  const double source_K = liquid_fraction > 0.0 ? boiling_K_ : temperature_K;
  source_J_kg_ =
      (1.0 - liquid_fraction) * cp_gas * source_K + liquid_fraction * (cp_liquid * boiling_K_ - condensation_J_kg_);
  air_J_kg_ = air.heat_capacity_J_kgK * air.temperature_K;
  pure_kg_m3_ = air.pressure_Pa * substance.molar_mass_kg_mol / (kDenseGasConstant_J_molK * air.temperature_K);
}

DenseMixture::Parts DenseMixture::parts(double mass_fraction, double heat_J_kg) const {
  Parts p;
  p.substance_kg = mass_fraction;
  p.water_kg = (1.0 - mass_fraction) * air_.water_share;
  p.dry_air_kg = 1.0 - mass_fraction - p.water_kg;
  p.enthalpy_J = (1.0 - mass_fraction) * air_J_kg_ + mass_fraction * source_J_kg_ + heat_J_kg;
  p.substance_mol = p.substance_kg / substance_.molar_mass_kg_mol;
  p.dry_air_mol = p.dry_air_kg / kDryAirMolarMass_kg_mol;
  p.water_mol = p.water_kg / kWaterMolarMass_kg_mol;
  return p;
}

// The highest share of the gas that the substance can have.
double DenseMixture::saturated_share(double temperature_K) const {
  const double above = temperature_K + saturation_C_K_;
  return above > 0.0 ? std::exp(saturation_A_ - saturation_B_K_ / above) : 0.0;
}

// Moles of water that stay vapour.
double DenseMixture::water_vapour(const Parts& p, double temperature_K, double substance_vapour) const {
  if (p.water_mol == 0.0) return 0.0;
  const double share = water_vapour_pressure_Pa(temperature_K) / air_.pressure_Pa;
  if (share >= 1.0) return p.water_mol;
  return std::min(p.water_mol, share / (1.0 - share) * (p.dry_air_mol + substance_vapour));
}

double DenseMixture::enthalpy(const Parts& p, double T, double substance_vapour, double water) const {
  const double gas_kg = substance_vapour * substance_.molar_mass_kg_mol;
  const double steam_kg = water * kWaterMolarMass_kg_mol;
  return (p.dry_air_kg * kDryAirHeatCapacity_J_kgK + gas_kg * substance_.gas_heat_capacity_J_kgK +
          steam_kg * kWaterVapourHeatCapacity_J_kgK) *
             T +
         (p.substance_kg - gas_kg) * (substance_.liquid_heat_capacity_J_kgK * T - condensation_J_kg_) +
         (p.water_kg - steam_kg) * (kWaterLiquidHeatCapacity_J_kgK * T - kWaterCondensation_J_kg);
}

MixtureState DenseMixture::state(const Parts& p, double T, double substance_vapour, double water) const {
  MixtureState s;
  s.temperature_K = T;
  s.vapour_share = substance_vapour * substance_.molar_mass_kg_mol;
  s.water_vapour_share = water * kWaterMolarMass_kg_mol;
  // Exactly none where all is vapour: a gas that never condenses has no density as a liquid.
  const double drops_kg = substance_vapour < p.substance_mol ? p.substance_kg - s.vapour_share : 0.0;
  const double fog_kg = water < p.water_mol ? p.water_kg - s.water_vapour_share : 0.0;
  const double gas_m3 = kDenseGasConstant_J_molK * T / air_.pressure_Pa * (p.dry_air_mol + water + substance_vapour);
  const double liquid_m3 =
      (drops_kg > 0.0 ? drops_kg / substance_.liquid_density_kg_m3 : 0.0) + fog_kg / kWaterDensity_kg_m3;
  s.density_kg_m3 = 1.0 / (gas_m3 + liquid_m3);
  s.all_vapour = drops_kg == 0.0 && fog_kg == 0.0;
  s.heat_capacity_J_kgK = p.dry_air_kg * kDryAirHeatCapacity_J_kgK +
                          s.vapour_share * substance_.gas_heat_capacity_J_kgK +
                          s.water_vapour_share * kWaterVapourHeatCapacity_J_kgK +
                          drops_kg * substance_.liquid_heat_capacity_J_kgK + fog_kg * kWaterLiquidHeatCapacity_J_kgK;
  return s;
}

// Water condenses, the substance does not: between the temperature without condensing and the dew point.
double DenseMixture::fog_temperature_K(const Parts& p, double dry_K) const {
  const double moles = p.water_mol + p.dry_air_mol + p.substance_mol;
  double warm = kWaterB_K / (kWaterA - std::log(p.water_mol / moles * air_.pressure_Pa / kAtmosphere_Pa));
  double cold = dry_K;
  double T = dry_K;
  for (int i = 0; i < 60; ++i) {
    const double water = water_vapour(p, T, p.substance_mol);
    const double excess = enthalpy(p, T, p.substance_mol, water) - p.enthalpy_J;
    (excess > 0.0 ? warm : cold) = T;
    const double dry_slope = p.dry_air_kg * kDryAirHeatCapacity_J_kgK +
                             p.substance_kg * substance_.gas_heat_capacity_J_kgK +
                             p.water_kg * kWaterLiquidHeatCapacity_J_kgK;
    const double latent =
        kWaterCondensation_J_kg - (kWaterLiquidHeatCapacity_J_kgK - kWaterVapourHeatCapacity_J_kgK) * T;
    const double share = water_vapour_pressure_Pa(T) / air_.pressure_Pa;
    const double growth =
        share < 1.0 && water < p.water_mol ? water * kWaterMolarMass_kg_mol * kWaterB_K / (T * T) / (1.0 - share) : 0.0;
    double next = T - excess / (dry_slope + latent * growth);
    if (!(next > cold && next < warm)) next = 0.5 * (cold + warm);
    if (std::abs(next - T) < 1e-11 * T) return next;
    T = next;
  }
  return T;
}

// Droplets of the substance: its moles of vapour are the unknown, the temperature follows from its share of the gas, the
// water from both. Newton's steps, kept between what has been found too little and too much.
MixtureState DenseMixture::droplets(const Parts& p) const {
  double least = 0.0;
  double most = p.substance_mol;
  double water = 0.0;
  double vapour = 0.5 * p.substance_mol;
  double T = boiling_K_;
  for (int i = 0; i < kMostSteps; ++i) {
    double change = 0.0;
    for (int k = 0; k < kWaterSubstitutions; ++k) {
      const double share = vapour / (p.dry_air_mol + water + vapour);
      T = saturation_B_K_ / (saturation_A_ - std::log(share)) - saturation_C_K_;
      const double next = water_vapour(p, T, vapour);
      change = std::abs(next - water);
      water = next;
    }
    const double excess = enthalpy(p, T, vapour, water) - p.enthalpy_J;
    if (std::abs(excess) < kEnthalpyTolerance_J && change <= kWaterTolerance * p.water_mol) break;
    if (change <= kWaterTrust * p.water_mol || i > kMostSteps / 2) (excess > 0.0 ? most : least) = vapour;
    const double others = p.dry_air_mol + water;
    const double above = T + saturation_C_K_;
    const double warming = above * above / saturation_B_K_ * others / (vapour * (others + vapour));  // dT/dn
    const double next = vapour - excess / slope_of_enthalpy(p, T, vapour, water, warming);
    vapour = next > least && next < most ? next : 0.5 * (least + most);
    if (most - least < kVapourTolerance * p.substance_mol) break;
  }
  return state(p, T, vapour, water);
}

// dH/dn where the temperature rises by `warming` per mole of vapour and the water keeps to its saturation line.
double DenseMixture::slope_of_enthalpy(const Parts& p, double T, double vapour, double water, double warming) const {
  const double M = substance_.molar_mass_kg_mol;
  const double cp_drops = substance_.liquid_heat_capacity_J_kgK;
  const double gas_kg = vapour * M;
  const double steam_kg = water * kWaterMolarMass_kg_mol;
  const double capacity = p.dry_air_kg * kDryAirHeatCapacity_J_kgK + gas_kg * substance_.gas_heat_capacity_J_kgK +
                          steam_kg * kWaterVapourHeatCapacity_J_kgK + (p.substance_kg - gas_kg) * cp_drops +
                          (p.water_kg - steam_kg) * kWaterLiquidHeatCapacity_J_kgK;
  const double evaporation = M * ((substance_.gas_heat_capacity_J_kgK - cp_drops) * T + condensation_J_kg_);
  const double melting =
      kWaterCondensation_J_kg - (kWaterLiquidHeatCapacity_J_kgK - kWaterVapourHeatCapacity_J_kgK) * T;
  const bool saturated = water < p.water_mol;
  const double steaming = saturated ? steam_kg * kWaterB_K / (T * T) : 0.0;  // kg/K
  return evaporation + (capacity + melting * steaming) * warming;
}

MixtureState DenseMixture::at(double mass_fraction, double heat_J_kg) const {
  const Parts p = parts(std::min(mass_fraction, 1.0), heat_J_kg);
  const double vapour_cp = p.dry_air_kg * kDryAirHeatCapacity_J_kgK +
                           p.substance_kg * substance_.gas_heat_capacity_J_kgK +
                           p.water_kg * kWaterVapourHeatCapacity_J_kgK;
  double T = p.enthalpy_J / vapour_cp;
  double water = T > 0.0 ? water_vapour(p, T, p.substance_mol) : 0.0;
  if (water < p.water_mol) {
    T = fog_temperature_K(p, std::max(T, 1.0));
    water = water_vapour(p, T, p.substance_mol);
  }
  const double share = p.substance_mol / (p.substance_mol + p.dry_air_mol + water);
  const bool all_vapour = !condenses() || T >= boiling_K_ || share <= saturated_share(T) * (1.0 + 1e-12);
  return all_vapour ? state(p, T, p.substance_mol, water) : droplets(p);
}

// The density is p/(R T n) with n moles per kg; n, the enthalpy and the heat capacity are linear in the mass fraction.
double DenseMixture::vapour_growth(double mass_fraction, double heat_J_kg, double mass_fraction_rate,
                                   double heat_rate) const {
  const Parts p = parts(std::min(mass_fraction, 1.0), heat_J_kg);
  const double water = air_.water_share;
  const double air_mol = water / kWaterMolarMass_kg_mol + (1.0 - water) / kDryAirMolarMass_kg_mol;  // per kg
  const double air_cp = water * kWaterVapourHeatCapacity_J_kgK + (1.0 - water) * kDryAirHeatCapacity_J_kgK;
  const double moles = p.substance_mol + (1.0 - p.substance_kg) * air_mol;
  const double cp = p.substance_kg * substance_.gas_heat_capacity_J_kgK + (1.0 - p.substance_kg) * air_cp;
  const double more_moles = mass_fraction_rate * (1.0 / substance_.molar_mass_kg_mol - air_mol);
  const double more_cp = mass_fraction_rate * (substance_.gas_heat_capacity_J_kgK - air_cp);
  const double more_enthalpy = mass_fraction_rate * (source_J_kg_ - air_J_kg_) + heat_rate;
  return more_cp / cp - more_enthalpy / p.enthalpy_J - more_moles / moles;
}

double DenseMixture::volume_fraction(double mass_fraction) const {
  const double M = substance_.molar_mass_kg_mol;
  const double air = air_.molar_mass_kg_mol;
  return air * mass_fraction / (M + (air - M) * mass_fraction);
}

double DenseMixture::mass_fraction(double volume_fraction) const {
  const double M = substance_.molar_mass_kg_mol;
  const double air = air_.molar_mass_kg_mol;
  return M * volume_fraction / (air + (M - air) * volume_fraction);
}

}  // namespace sise
