#include "core/zones/incident.hpp"

#include <algorithm>

namespace sise {
namespace {

std::optional<double> if_known(double value) { return value > 0.0 ? std::optional(value) : std::nullopt; }

}  // namespace

HazardQuantity Incident::quantity() const {
  if (!event || quantity_of(*event) == EffectQuantity::flame) return HazardQuantity::concentration_kg_m3;
  return quantity_of(*event) == EffectQuantity::overpressure_pa ? HazardQuantity::overpressure_pa
                                                                : HazardQuantity::radiation_w_m2;
}

bool varies(const Incident& incident) {
  return incident.mass_kg.has_value() || !incident.emission.empty() || !incident.wind_changes.empty();
}

std::optional<GasWeight> gas_weight(const Incident& incident) {
  if (incident.event || incident.substance.empty()) return std::nullopt;
  ReleasedAmount amount{incident.rate_kg_s, incident.mass_kg};
  for (const EmissionStep& step : incident.emission) {
    amount.rate_kg_s = std::max(amount.rate_kg_s.value_or(0.0), step.rate_kg_s);
  }
  const Weather& air = incident.weather;
  return weigh_gas({if_known(incident.molar_mass_kg_mol), if_known(incident.boiling_point_K), incident.storage_K},
                   amount, {air.temperature_K, air.pressure_Pa, air.wind_speed_m_s});
}

std::string dispersion_of(const Incident& incident) {
  const std::optional<GasWeight> weight = gas_weight(incident);
  return chosen_dispersion(incident.model.dispersion, weight ? weight->heavy : std::nullopt);
}

std::vector<std::string> carrier_warnings(const Incident& incident) {
  const std::optional<GasWeight> weight = gas_weight(incident);
  if (!weight || dispersion_of(incident) != passive_dispersion) return {};
  return passive_model_codes(*weight);
}

}  // namespace sise
