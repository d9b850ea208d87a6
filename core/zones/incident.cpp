#include "core/zones/incident.hpp"

#include <algorithm>

namespace sise {

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
  return weigh(incident.gas, amount, incident.weather);
}

std::string dispersion_of(const Incident& incident) {
  const std::optional<GasWeight> weight = gas_weight(incident);
  return chosen_dispersion(incident.model.dispersion, weight ? weight->slumps : std::nullopt);
}

std::vector<std::string> carrier_warnings(const Incident& incident) {
  const std::optional<GasWeight> weight = gas_weight(incident);
  if (!weight) return {};
  if (!is_for_heavy_gas(dispersion_of(incident))) return passive_model_codes(*weight);
  return dense_model_codes(incident.gas, incident.weather.temperature_K);
}

}  // namespace sise
