#include "gis_io/project/incident_config.hpp"

#include "gis_io/project/field_names.hpp"
#include "gis_io/project/incident_sections.hpp"
#include "gis_io/project/sections.hpp"

namespace sise {
namespace {

/// Neither a charge nor a fireball asks for the weather.
bool needs_weather(ScenarioKind kind) { return kind != ScenarioKind::explosion && kind != ScenarioKind::fireball; }

}  // namespace

IncidentConfig parse_incident(const std::filesystem::path& path, const std::vector<std::string>& overrides) {
  Problems problems;
  IncidentConfig config;
  config.origin = open_config(path, overrides, problems);
  const ConfigOrigin& origin = config.origin;
  ConfigReader reader(origin.tree, problems);
  config.title = reader.text("title").value_or("");
  config.colour_blind = read_palette(reader).value_or(false);
  if (const ConfigNode* n = reader.table("source", Need::required)) config.source = read_source(*n, problems);
  const ScenarioKind kind = config.source.kind;
  const ConfigNode* weather = reader.table("weather", needs_weather(kind) ? Need::required : Need::optional);
  if (weather != nullptr) config.weather = read_weather(*weather, problems);
  config.endpoints = read_endpoints(reader.table("endpoints"), kind, problems);
  check_levels_fit(config, problems);
  config.shelter = read_shelter(reader.table("shelter"), problems);
  if (const ConfigNode* n = reader.table("grid", Need::required))
    config.grid = read_grid(*n, Need::optional, origin, problems);
  if (const ConfigNode* n = reader.table("targets")) {
    config.targets = read_layer(*n, {.our_names = target_field_names()}, origin, problems);
  }
  if (const ConfigNode* n = reader.table("population")) config.population = read_population(*n, origin, problems);
  config.model.transport_wind = TransportWind::profile;
  if (const ConfigNode* n = reader.table("model")) config.model = read_model(*n, config.model, problems);
  reader.finish();
  config.warnings = throw_or_warnings(problems);
  return config;
}

}  // namespace sise
