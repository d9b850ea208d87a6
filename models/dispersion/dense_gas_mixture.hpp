// A substance and moist air mixed at ambient pressure: how warm, how dense, how much of it liquid.
#pragma once
#include "models/dispersion/dense_gas_air.hpp"

namespace sise {

inline constexpr double kDryAirMolarMass_kg_mol = 0.02896;
inline constexpr double kDryAirHeatCapacity_J_kgK = 1005.87;
inline constexpr double kWaterMolarMass_kg_mol = 0.01802;
inline constexpr double kWaterVapourHeatCapacity_J_kgK = 1846.0;

/// SLAB's saturation line of water, 101325 exp(15.08 - 5514/T) Pa.
[[nodiscard]] double water_vapour_pressure_Pa(double temperature_K);

/// What the model needs to know of the released substance.
struct DenseSubstance {
  double molar_mass_kg_mol = 0.0;
  double gas_heat_capacity_J_kgK = 0.0;
  double liquid_heat_capacity_J_kgK = 0.0;
  double heat_of_vaporization_J_kg = 0.0;  ///< at boiling_point_K; 0: it never condenses
  double boiling_point_K = 0.0;            ///< at 101325 Pa
  double liquid_density_kg_m3 = 0.0;
  /// ln(p_sat) = A - B/(T + C), A from the boiling point. B = 0: Clausius and Clapeyron, B = heat x M/R, C = 0.
  double saturation_B_K = 0.0;
  double saturation_C_K = 0.0;

  bool operator==(const DenseSubstance&) const = default;
};

/// The state of a parcel.
struct MixtureState {
  double temperature_K = 0.0;
  double density_kg_m3 = 0.0;
  double heat_capacity_J_kgK = 0.0;
  double vapour_share = 0.0;  ///< mass of the substance that is vapour, of all
  double water_vapour_share = 0.0;
  bool all_vapour = false;  ///< no droplets, no fog
};

/// Ideal gases and ideal, immiscible droplets in equilibrium at one pressure; enthalpies linear in T (Ermak 1990, ch. 2).
class DenseMixture {
 public:
  /// The substance leaves at `temperature_K` with `liquid_fraction` (by mass) as droplets; with droplets it is at its
  /// boiling point.
  DenseMixture(const DenseSubstance& substance, const MoistAir& air, double temperature_K, double liquid_fraction);

  /// The substance's mass fraction m in the mixture (0 to 1); `heat_J_kg` was taken up from the ground.
  [[nodiscard]] MixtureState at(double mass_fraction, double heat_J_kg) const;
  /// d ln(density) of a mixture that is all vapour, where its mass fraction and its heat per kg change with these rates.
  [[nodiscard]] double vapour_growth(double mass_fraction, double heat_J_kg, double mass_fraction_rate,
                                     double heat_rate) const;
  [[nodiscard]] MixtureState pure() const { return at(1.0, 0.0); }
  /// As if all were gas: mole fraction of the substance.
  [[nodiscard]] double volume_fraction(double mass_fraction) const;
  [[nodiscard]] double mass_fraction(double volume_fraction) const;
  /// kg/m3 of the substance at a volume fraction, at ambient temperature.
  [[nodiscard]] double pure_kg_m3() const { return pure_kg_m3_; }
  [[nodiscard]] const MoistAir& air() const { return air_; }
  /// At the ambient pressure.
  [[nodiscard]] double boiling_point_K() const { return boiling_K_; }
  [[nodiscard]] bool condenses() const { return substance_.heat_of_vaporization_J_kg > 0.0; }

 private:
  struct Parts;  ///< amounts and enthalpy of one parcel
  [[nodiscard]] Parts parts(double mass_fraction, double heat_J_kg) const;
  [[nodiscard]] double saturated_share(double temperature_K) const;
  [[nodiscard]] double water_vapour(const Parts& parts, double temperature_K, double substance_vapour) const;
  [[nodiscard]] double enthalpy(const Parts& parts, double temperature_K, double substance_vapour, double water) const;
  [[nodiscard]] MixtureState state(const Parts& parts, double temperature_K, double substance_vapour,
                                   double water) const;
  [[nodiscard]] double fog_temperature_K(const Parts& parts, double dry_K) const;
  [[nodiscard]] MixtureState droplets(const Parts& parts) const;
  [[nodiscard]] double slope_of_enthalpy(const Parts& parts, double temperature_K, double substance_vapour,
                                         double water, double warming) const;

  DenseSubstance substance_;
  MoistAir air_;
  double boiling_K_ = 0.0;
  double saturation_A_ = 0.0;
  double saturation_B_K_ = 0.0;
  double saturation_C_K_ = 0.0;
  double condensation_J_kg_ = 0.0;  ///< enthalpy of the liquid is cp_l T less this
  double source_J_kg_ = 0.0;
  double air_J_kg_ = 0.0;
  double pure_kg_m3_ = 0.0;
};

}  // namespace sise
