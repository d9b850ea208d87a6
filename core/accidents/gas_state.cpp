#include "core/accidents/gas_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "models/base/error.hpp"
#include "models/release/flash.hpp"
#include "models/release/vessel.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kBreaksUp_K = 10.0;  // of superheat

bool says(const std::string& words, std::string_view what) { return words.find(what) != std::string::npos; }

bool called_liquid(const GasStorage& storage) { return says(storage.state, "液") || says(storage.state, "liqu"); }

/// And not a liquefied gas.
bool called_gas(const GasStorage& storage) {
  const bool gas = says(storage.state, "气") || says(storage.state, "gas") || says(storage.state, "vapour");
  return gas && !called_liquid(storage);
}

/// The vessel holds liquid: by its words, else by temperature and pressure where both and the vapour pressure are known.
bool holds_liquid(const Substance& substance, const GasStorage& storage, double stored_K, const Weather& air) {
  if (called_liquid(storage)) return true;
  if (called_gas(storage)) return false;
  if (!storage.pressure_abs_Pa || !Fluid(substance).vapour_pressure().covers(stored_K)) return false;
  VesselSource vessel;
  vessel.pressure_Pa = storage.pressure_abs_Pa;
  vessel.temperature_K = stored_K;
  try {
    return vessel_phase(vessel, substance, air.pressure_Pa, air.temperature_K) == VesselPhase::two_phase;
  } catch (const ModelError&) {  // colder than it melts, say: nothing flashes
    return false;
  }
}

/// Where the liquid boils; none where that is not known, or it never does (acetylene sublimes).
std::optional<double> liquid_boils_K(const Substance& substance, const Weather& air) {
  const Fluid fluid(substance);
  if (!fluid.boiling_temperature_known(air.pressure_Pa)) return std::nullopt;
  try {
    return fluid.boiling_temperature_K(air.pressure_Pa);
  } catch (const ModelError&) {  // outside the vapour pressure
    return std::nullopt;
  }
}

std::optional<double> boiling_K(const Substance& substance, const Weather& air) {
  const std::optional<double> boils_K = liquid_boils_K(substance, air);
  return boils_K ? boils_K : substance.get("boiling_point_K");
}

/// Below its boiling point no gas of it stands alone at the air's pressure; boiling points are known to a degree or two.
void require_gas(const Substance& substance, const GasStorage& storage, double boils_K) {
  constexpr double kSame_K = 2.0;
  if (!storage.temperature_K || !called_gas(storage) || *storage.temperature_K >= boils_K - kSame_K) return;
  constexpr double kKelvin = 273.15;
  const double stored_C = *storage.temperature_K - kKelvin;
  const double boils_C = boils_K - kKelvin;
  Location where;
  where.field = "temperature_C";
  throw ModelError("gas_below_boiling_point",
                   {fmt::format("{} is stated as gas at {:.1f} °C, but boils at {:.1f} °C: colder it is a liquid",
                                substance.name_en, stored_C, boils_C),
                    fmt::format("{} 标为 {:.1f} °C 的气体, 但其沸点为 {:.1f} °C: 低于沸点时为液体", substance.name_zh,
                                stored_C, boils_C)},
                   std::move(where),
                   {"State it as liquid, or give the temperature that the gas leaves with",
                    "请改为液态, 或给出气体离开设备时的温度"});
}

GasState as_gas(const Substance& substance, double temperature_K, const DenseSubstance& heat, const Weather& air) {
  GasState gas;
  gas.molar_mass_kg_mol = substance.get("molar_mass_kg_mol").value_or(0.0);
  gas.temperature_K = temperature_K;
  gas.heat = heat;
  if (gas.molar_mass_kg_mol > 0.0) {
    gas.density_kg_m3 = ideal_gas_density_kg_m3(gas.molar_mass_kg_mol, temperature_K, air.pressure_Pa);
  }
  return gas;
}

bool can_flash(const Substance& substance) {
  return substance.get("liquid_heat_capacity_J_kgK") && substance.get("heat_of_vaporization_J_kg") &&
         substance.get("liquid_density_kg_m3");
}

/// All or nothing: with a part of it missing the cloud mixes as if nothing were warmer or colder than anything else. Of what
/// never gets as cold as it boils only the gas has to be known.
DenseSubstance heat_of(const Substance& substance, double coldest_K) {
  constexpr double kSafelyGas_K = 1.0;  // boiling points fall with the pressure
  const auto molar_mass = substance.get("molar_mass_kg_mol");
  const auto gas = substance.get("gas_heat_capacity_J_kgK");
  const auto boiling = substance.get("boiling_point_K");
  if (!molar_mass || !gas || !boiling) return {};
  DenseSubstance s;
  s.molar_mass_kg_mol = *molar_mass;
  s.gas_heat_capacity_J_kgK = *gas;
  s.boiling_point_K = *boiling;
  if (!can_flash(substance)) return coldest_K > *boiling + kSafelyGas_K ? s : DenseSubstance{};
  s.liquid_heat_capacity_J_kgK = *substance.get("liquid_heat_capacity_J_kgK");
  s.heat_of_vaporization_J_kg = *substance.get("heat_of_vaporization_J_kg");
  s.liquid_density_kg_m3 = *substance.get("liquid_density_kg_m3");
  const auto b = substance.get("antoine_b_K");
  const auto c = substance.get("antoine_c_K");
  if (b && c) {
    s.saturation_B_K = std::numbers::ln10 * *b;
    s.saturation_C_K = *c;
  }
  return s;
}

}  // namespace

bool flashes(const Substance& substance, const GasStorage& storage, const Weather& air) {
  const double stored_K = storage.temperature_K.value_or(air.temperature_K);
  const std::optional<double> boils_K = liquid_boils_K(substance, air);
  return boils_K && stored_K >= *boils_K + kBreaksUp_K && can_flash(substance) &&
         holds_liquid(substance, storage, stored_K, air);
}

GasState gas_state(const Substance* substance, const GasStorage& storage, const Weather& air) {
  const double stored_K = storage.temperature_K.value_or(air.temperature_K);
  if (substance == nullptr) return {.temperature_K = stored_K};
  if (flashes(*substance, storage, air)) {
    const double flash = flash_fraction(Fluid(*substance), stored_K, air.pressure_Pa);
    return mist_of(*substance, 1.0 - flash / airborne_fraction(flash, RainOut::double_flash), air);
  }
  const double boils_K = boiling_K(*substance, air).value_or(0.0);
  require_gas(*substance, storage, boils_K);
  if (boils_K > stored_K) return vapour_of_pool(*substance, air);
  return as_gas(*substance, stored_K, heat_of(*substance, std::min(stored_K, air.temperature_K)), air);
}

GasState mist_of(const Substance& substance, double liquid_fraction, const Weather& air) {
  const double boils_K = boiling_K(substance, air).value_or(air.temperature_K);
  GasState gas = as_gas(substance, boils_K, heat_of(substance, std::min(boils_K, air.temperature_K)), air);
  gas.liquid_fraction = liquid_fraction;
  gas.density_kg_m3 = mist_density_kg_m3(gas.density_kg_m3, liquid_fraction,
                                         substance.get("liquid_density_kg_m3").value_or(gas.density_kg_m3));
  return gas;
}

GasState vapour_of_pool(const Substance& substance, const Weather& air) {
  return as_gas(substance, air.temperature_K, {}, air);
}

GasWeight weigh(const GasState& gas, const ReleasedAmount& amount, const Weather& air) {
  return weigh_released(gas.density_kg_m3, gas.temperature_K, amount,
                        {air.temperature_K, air.pressure_Pa, air.wind_speed_m_s});
}

std::vector<std::string> dense_model_codes(const GasState& gas, double air_K) {
  constexpr double kSameTemperature_K = 1.0;
  const bool known = gas.heat.molar_mass_kg_mol > 0.0;
  if (known || std::abs(gas.temperature_K - air_K) <= kSameTemperature_K) return {};
  return {"cloud_without_heat"};
}

}  // namespace sise
