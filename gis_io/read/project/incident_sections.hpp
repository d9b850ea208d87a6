// The sections that only an incident file has. Not for use outside gis_io/project.
#pragma once
#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/project/incident_config.hpp"

namespace sise {

[[nodiscard]] IncidentSource read_source(const ConfigNode& node, Problems& problems);
/// A vessel's keys out of [source]; the caller finishes the reader.
[[nodiscard]] VesselLeak read_vessel(ConfigReader& reader);
[[nodiscard]] VesselPressure read_pressure(ConfigReader& reader);
[[nodiscard]] IncidentWeather read_weather(const ConfigNode& node, Problems& problems);
/// [endpoints]; null: the section is absent.
[[nodiscard]] EndpointsConfig read_endpoints(const ConfigNode* node, ScenarioKind kind, Problems& problems);
/// Reports levels that the source cannot make.
void check_levels_fit(const IncidentConfig& config, Problems& problems);
/// [shelter]; null: the section is absent.
[[nodiscard]] ShelterConfig read_shelter(const ConfigNode* node, Problems& problems);

}  // namespace sise
