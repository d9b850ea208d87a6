// From an incident file to an incident: place, substance, levels and layers resolved.
#pragma once
#include "core/exposure/incident.hpp"
#include "core/grid/projection.hpp"
#include "gis_io/project/incident_config.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Everything but targets and population. Throws ConfigError, InputError.
[[nodiscard]] Incident resolve_incident(const IncidentConfig& config, const SubstanceTable& substances,
                                        const Projection& projection);

}  // namespace sise
