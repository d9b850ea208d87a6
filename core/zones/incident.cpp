#include "core/zones/incident.hpp"

#include <algorithm>

#include "models/dispersion/heavy_gas.hpp"

namespace sise {

std::string_view name_of(HazardQuantity quantity) {
  switch (quantity) {
    case HazardQuantity::overpressure_pa:
      return "overpressure_pa";
    case HazardQuantity::radiation_w_m2:
      return "radiation_w_m2";
    case HazardQuantity::concentration_kg_m3:
      break;
  }
  return "concentration_kg_m3";
}

HazardQuantity Incident::quantity() const {
  if (!event) return HazardQuantity::concentration_kg_m3;
  const bool blast = std::holds_alternative<BlastEvent>(*event) || std::holds_alternative<CloudExplosionEvent>(*event);
  return blast ? HazardQuantity::overpressure_pa : HazardQuantity::radiation_w_m2;
}

bool varies(const Incident& incident) {
  return incident.mass_kg.has_value() || !incident.emission.empty() || !incident.wind_changes.empty();
}

bool is_heavy_release(const Incident& incident) {
  if (incident.event || incident.molar_mass_kg_mol <= 0.0) return false;
  const Weather& air = incident.weather;
  const double gas = ideal_gas_density_kg_m3(incident.molar_mass_kg_mol,
                                             std::max(incident.boiling_point_K, air.temperature_K), air.pressure_Pa);
  const double ambient = ideal_gas_density_kg_m3(air_molar_mass_kg_mol, air.temperature_K, air.pressure_Pa);
  const double wind_m_s = std::max(air.wind_speed_m_s, 0.5);  // below, the air is calm
  if (incident.mass_kg) return is_heavy(InstantaneousRelease{*incident.mass_kg, gas, ambient, wind_m_s});
  double rate_kg_s = incident.rate_kg_s.value_or(0.0);
  for (const EmissionStep& step : incident.emission) rate_kg_s = std::max(rate_kg_s, step.rate_kg_s);
  return is_heavy(ContinuousRelease{rate_kg_s, gas, ambient, wind_m_s});
}

}  // namespace sise
