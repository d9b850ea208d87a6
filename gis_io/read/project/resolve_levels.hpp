// From the endpoints of an incident file to levels in the field's unit.
#pragma once
#include <optional>
#include <vector>

#include "core/zones/incident.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// Severest first. `incident` says how long the release lasts and what it is averaged over. `substance` may be null for
/// levels that do not hang on one. Throws ConfigError, InputError.
[[nodiscard]] std::vector<ThreatLevel> levels_of(const IncidentConfig& config, const Substance* substance,
                                                 const Incident& incident);

}  // namespace sise
