#include "core/exposure/incident.hpp"

#include <algorithm>

#include "models/dispersion/heavy_gas.hpp"

namespace sise {

std::string_view name_of(HazardQuantity quantity) {
  return quantity == HazardQuantity::overpressure_pa ? "overpressure_pa" : "concentration_kg_m3";
}

bool is_heavy_release(const Incident& incident) {
  if (!incident.rate_kg_s || incident.molar_mass_kg_mol <= 0.0) return false;
  const Weather& air = incident.weather;
  ContinuousRelease release;
  release.rate_kg_s = *incident.rate_kg_s;
  release.density_kg_m3 = ideal_gas_density_kg_m3(
      incident.molar_mass_kg_mol, std::max(incident.boiling_point_K, air.temperature_K), air.pressure_Pa);
  release.air_density_kg_m3 = ideal_gas_density_kg_m3(air_molar_mass_kg_mol, air.temperature_K, air.pressure_Pa);
  release.wind_10m_m_s = std::max(air.wind_speed_m_s, 0.5);  // below, the air is calm
  return is_heavy(release);
}

}  // namespace sise
