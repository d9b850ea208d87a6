#include "models/release/pool_transfer.hpp"

#include <cmath>
#include <numbers>

#include "models/base/constants.hpp"
#include "models/substances/ideal_gas.hpp"

namespace sise {
namespace {

constexpr double kSchmidt = 0.8;   // vapour in air, the Yellow Book's default
constexpr double kPrandtl = 0.71;  // air
constexpr double kAirHeat_J_kgK = 1005.0;

}  // namespace

std::optional<PoolMethod> pool_method_from(std::string_view name) {
  if (name == "hj169") return PoolMethod::hj169;
  if (name == "mackay_matsugu") return PoolMethod::mackay_matsugu;
  return std::nullopt;
}

EvaporationConstants evaporation_constants(Stability stability) {
  switch (stability) {
    case Stability::A:
    case Stability::AB:
    case Stability::B:
      return {0.2, 3.846e-3};
    case Stability::BC:
    case Stability::C:
    case Stability::CD:
      return {0.25, 4.685e-3, true};
    case Stability::D:
      return {0.25, 4.685e-3};
    default:
      return {0.3, 5.285e-3};
  }
}

double hj169_evaporation_kg_s(const PoolAir& air, double molar_mass_kg_mol, double vapour_pressure_Pa,
                              double radius_m) {
  const auto [n, alpha, borrowed] = evaporation_constants(air.stability);
  return alpha * vapour_pressure_Pa * molar_mass_kg_mol / (kGasConstant_J_mol_K * air.temperature_K) *
         std::pow(air.wind_speed_m_s, (2.0 - n) / (2.0 + n)) * std::pow(radius_m, (4.0 + n) / (2.0 + n));
}

double mackay_matsugu_m_s(double wind_speed_m_s, double radius_m) {
  return 0.004786 * std::pow(wind_speed_m_s, 0.78) * std::pow(2.0 * radius_m, -0.11) * std::pow(kSchmidt, -0.67);
}

double mackay_matsugu_evaporation_kg_s(const PoolAir& air, double molar_mass_kg_mol, double vapour_pressure_Pa,
                                       double radius_m) {
  return mackay_matsugu_m_s(air.wind_speed_m_s, radius_m) *
         ideal_gas_density_kg_m3(molar_mass_kg_mol, air.temperature_K, vapour_pressure_Pa) * std::numbers::pi *
         radius_m * radius_m;
}

double air_heat_transfer_W_m2K(const PoolAir& air, double radius_m) {
  const double density = ideal_gas_density_kg_m3(air_molar_mass_kg_mol, air.temperature_K, air.pressure_Pa);
  return mackay_matsugu_m_s(air.wind_speed_m_s, radius_m) * density * kAirHeat_J_kgK *
         std::pow(kSchmidt / kPrandtl, 2.0 / 3.0);
}

}  // namespace sise
