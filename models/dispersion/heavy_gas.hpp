// Is a release so heavy that a passive plume is the wrong model? The criterion of HJ 169-2018.
#pragma once

namespace sise {

/// Dry air, US Standard Atmosphere 1976.
inline constexpr double air_molar_mass_kg_mol = 0.028965;

/// A continuous release near the ground.
struct ContinuousRelease {
  double rate_kg_s = 0.0;
  double density_kg_m3 = 0.0;  ///< of the released gas at max(boiling point, storage temperature), ambient pressure
  double air_density_kg_m3 = 0.0;
  double wind_10m_m_s = 0.0;
};

/// Bulk Richardson number of a continuous release, Ri = [g (Q/ρ_rel)/D_rel (ρ_rel−ρ_a)/ρ_a]^(1/3) / U, with
/// D_rel = sqrt(4Q/(π ρ_rel U)) (HJ 169-2018 annex G; confidence: seen in implementations that quote it).
/// 0 for a gas lighter than air.
[[nodiscard]] double richardson_number(const ContinuousRelease& release);

/// HJ 169-2018: a continuous release is heavy from Ri = 1/6.
[[nodiscard]] bool is_heavy(const ContinuousRelease& release);

/// All of it at once, near the ground.
struct InstantaneousRelease {
  double mass_kg = 0.0;
  double density_kg_m3 = 0.0;  ///< as above
  double air_density_kg_m3 = 0.0;
  double wind_10m_m_s = 0.0;
};

/// Bulk Richardson number of an instantaneous release, Ri = g (M/ρ_rel)^(1/3)/U² (ρ_rel−ρ_a)/ρ_a (HJ 169-2018 annex G;
/// confidence: seen in implementations that quote it). 0 for a gas lighter than air.
[[nodiscard]] double richardson_number(const InstantaneousRelease& release);

/// HJ 169-2018: an instantaneous release is heavy above Ri = 0.04.
[[nodiscard]] bool is_heavy(const InstantaneousRelease& release);

/// Density of an ideal gas, kg/m3.
[[nodiscard]] double ideal_gas_density_kg_m3(double molar_mass_kg_mol, double temperature_K, double pressure_Pa);

}  // namespace sise
