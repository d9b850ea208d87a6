// Is a release so heavy that a passive plume is the wrong model? The criterion of HJ 169-2018.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/base/text.hpp"
#include "models/substances/ideal_gas.hpp"

namespace sise {

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

/// What is known of a gas and of how it is kept.
struct StoredGas {
  std::optional<double> molar_mass_kg_mol{};
  std::optional<double> boiling_point_K{};
  std::optional<double> storage_K{};  ///< none: as warm as the air
};

/// The air that it comes out into.
struct ReceivingAir {
  double temperature_K = 0.0;
  double pressure_Pa = 0.0;
  double wind_m_s = 0.0;  ///< that carries it; below 0.5 m/s the air is calm and counts as 0.5
};

/// Exactly one of a rate and a mass at once.
struct ReleasedAmount {
  std::optional<double> rate_kg_s{};
  std::optional<double> mass_kg{};
};

struct GasWeight {
  std::optional<bool> heavy{};   ///< by HJ 169-2018; nullopt: nobody can tell without the molar mass
  std::optional<bool> slumps{};  ///< denser than air and at least half as much as that: a model of dense gas carries it
  double released_K = 0.0;       ///< the warmer of boiling point and storage
  double density_kg_m3 = 0.0;    ///< undiluted, at ambient pressure; 0: unknown
  double richardson = 0.0;
  Text reason;
};

/// The one place that decides what a heavy gas is, for single models, the map and the zones. A density of 0: unknown.
[[nodiscard]] GasWeight weigh_released(double density_kg_m3, double temperature_K, const ReleasedAmount& amount,
                                       const ReceivingAir& air);
/// Of a gas that leaves as warm as the warmer of its boiling point and its storage.
[[nodiscard]] GasWeight weigh_gas(const StoredGas& gas, const ReleasedAmount& amount, const ReceivingAir& air);

/// Of vapour with droplets in it, at the vapour's temperature; of vapour alone where there are none.
[[nodiscard]] double mist_density_kg_m3(double vapour_kg_m3, double liquid_fraction, double liquid_kg_m3);

/// What a result of a passive model must carry: "heavy_gas_passive_model", "gas_density_unknown", or nothing.
[[nodiscard]] std::vector<std::string> passive_model_codes(const GasWeight& weight);

}  // namespace sise
