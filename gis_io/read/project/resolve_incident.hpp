// From an incident file to an incident: place, substance, levels and source resolved.
#pragma once
#include <vector>

#include "core/grid/projection.hpp"
#include "core/zones/incident.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Everything but targets and population. What a reader must know of the source goes to `notes`. Throws ConfigError or
/// InputError with every problem found.
[[nodiscard]] Incident resolve_incident(const IncidentConfig& config, const SubstanceTable& substances,
                                        const Projection& projection, std::vector<Diagnostic>& notes);

}  // namespace sise
