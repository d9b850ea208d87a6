#include "models/dispersion/heavy_gas.hpp"

#include <cmath>
#include <numbers>

namespace sise {
namespace {
constexpr double kGravity_m_s2 = 9.80665;
constexpr double kGasConstant_J_mol_K = 8.31446261815324;
constexpr double kHeavyFromRichardson = 1.0 / 6.0;  // HJ 169-2018 annex G, continuous release
constexpr double kHeavyAboveRichardson = 0.04;      // the same, instantaneous release
}  // namespace

double richardson_number(const ContinuousRelease& release) {
  const double excess = (release.density_kg_m3 - release.air_density_kg_m3) / release.air_density_kg_m3;
  if (excess <= 0.0) return 0.0;
  const double volume_rate_m3_s = release.rate_kg_s / release.density_kg_m3;
  const double width_m = std::sqrt(4.0 * volume_rate_m3_s / (std::numbers::pi * release.wind_10m_m_s));
  return std::cbrt(kGravity_m_s2 * volume_rate_m3_s / width_m * excess) / release.wind_10m_m_s;
}

bool is_heavy(const ContinuousRelease& release) { return richardson_number(release) >= kHeavyFromRichardson; }

double richardson_number(const InstantaneousRelease& release) {
  const double excess = (release.density_kg_m3 - release.air_density_kg_m3) / release.air_density_kg_m3;
  if (excess <= 0.0) return 0.0;
  const double edge_m = std::cbrt(release.mass_kg / release.density_kg_m3);
  return kGravity_m_s2 * edge_m * excess / (release.wind_10m_m_s * release.wind_10m_m_s);
}

bool is_heavy(const InstantaneousRelease& release) { return richardson_number(release) > kHeavyAboveRichardson; }

double ideal_gas_density_kg_m3(double molar_mass_kg_mol, double temperature_K, double pressure_Pa) {
  return pressure_Pa * molar_mass_kg_mol / (kGasConstant_J_mol_K * temperature_K);
}

}  // namespace sise
