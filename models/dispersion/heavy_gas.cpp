#include "models/dispersion/heavy_gas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/base/constants.hpp"

namespace sise {
namespace {
constexpr double kHeavyFromRichardson = 1.0 / 6.0;  // HJ 169-2018 annex G, continuous release
constexpr double kHeavyAboveRichardson = 0.04;      // the same, instantaneous release
constexpr double kSlumpsFrom = 0.5;                 // of the limits: below, both kinds of models have met
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

GasWeight weigh_released(double density_kg_m3, double temperature_K, const ReleasedAmount& amount,
                         const ReceivingAir& air) {
  constexpr double kCalmCountsAs_m_s = 0.5;
  GasWeight weight;
  weight.released_K = temperature_K;
  weight.density_kg_m3 = density_kg_m3;
  if (!(density_kg_m3 > 0.0)) {
    weight.reason = {"the molar mass is unknown, so nobody can tell whether the gas is heavy",
                     "摩尔质量未知,无法判断是否为重质气体"};
    return weight;
  }
  const double air_kg_m3 = ideal_gas_density_kg_m3(air_molar_mass_kg_mol, air.temperature_K, air.pressure_Pa);
  const double wind_m_s = std::max(air.wind_m_s, kCalmCountsAs_m_s);
  if (amount.mass_kg) {
    const InstantaneousRelease release{*amount.mass_kg, density_kg_m3, air_kg_m3, wind_m_s};
    weight.richardson = richardson_number(release);
    weight.heavy = is_heavy(release);
  } else {
    const ContinuousRelease release{amount.rate_kg_s.value_or(0.0), density_kg_m3, air_kg_m3, wind_m_s};
    weight.richardson = richardson_number(release);
    weight.heavy = is_heavy(release);
  }
  weight.slumps = weight.richardson >= kSlumpsFrom * (amount.mass_kg ? kHeavyAboveRichardson : kHeavyFromRichardson);
  const char* limit = amount.mass_kg ? "0.04" : "1/6";
  weight.reason = {
      fmt::format("{:.3g} kg/m3 in a wind of {:.3g} m/s: Richardson number {:.3g}, heavy {} {} (HJ 169-2018)",
                  density_kg_m3, wind_m_s, weight.richardson, amount.mass_kg ? "above" : "from", limit),
      fmt::format("密度 {:.3g} kg/m3、风速 {:.3g} m/s:理查德森数 {:.3g},{} {} 时为重质气体(HJ 169-2018)", density_kg_m3,
                  wind_m_s, weight.richardson, amount.mass_kg ? "大于" : "不小于", limit)};
  return weight;
}

GasWeight weigh_gas(const StoredGas& gas, const ReleasedAmount& amount, const ReceivingAir& air) {
  const double released_K = std::max(gas.boiling_point_K.value_or(0.0), gas.storage_K.value_or(air.temperature_K));
  const double density_kg_m3 =
      gas.molar_mass_kg_mol ? ideal_gas_density_kg_m3(*gas.molar_mass_kg_mol, released_K, air.pressure_Pa) : 0.0;
  return weigh_released(density_kg_m3, released_K, amount, air);
}

double mist_density_kg_m3(double vapour_kg_m3, double liquid_fraction, double liquid_kg_m3) {
  if (!(liquid_fraction > 0.0)) return vapour_kg_m3;
  return 1.0 / ((1.0 - liquid_fraction) / vapour_kg_m3 + liquid_fraction / liquid_kg_m3);
}

std::vector<std::string> passive_model_codes(const GasWeight& weight) {
  if (!weight.heavy) return {"gas_density_unknown"};
  if (*weight.heavy) return {"heavy_gas_passive_model"};
  return {};
}

}  // namespace sise
