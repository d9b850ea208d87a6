// How much comes out: a rate as given, a mass at once, or what runs out of a vessel.
#pragma once
#include <optional>
#include <vector>

#include "core/zones/incident.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// As written, over the ambient pressure where it is a gauge one.
[[nodiscard]] std::optional<double> absolute_pressure_Pa(const VesselPressure& pressure, double ambient_pressure_Pa);

/// Fills the incident's release. A vessel whose rate stays within 10 % of its mean is a steady release at that mean; any
/// other becomes emission steps of equal mass. Throws InputError, ModelError.
void set_release(const IncidentConfig& config, const Substance* substance, Incident& incident,
                 std::vector<Diagnostic>& notes);

}  // namespace sise
