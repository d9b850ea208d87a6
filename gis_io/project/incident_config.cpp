#include "gis_io/project/incident_config.hpp"

#include "gis_io/project/field_names.hpp"
#include "gis_io/project/incident_sections.hpp"
#include "gis_io/project/sections.hpp"

namespace sise {
namespace {

IncidentWeather read_weather(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentWeather weather{.given = true};
  weather.wind_from_deg =
      reader.number("wind_from_deg", {.at_least = 0.0, .at_most = 360.0}, Need::required).value_or(0.0);
  weather.wind_from_uncertainty_deg =
      reader.number("wind_from_uncertainty_deg", {.at_least = 0.0, .at_most = 180.0}).value_or(0.0);
  weather.air.wind_speed_m_s = reader.number("wind_speed_m_s", number_rule::kNotNegative, Need::required).value_or(0.0);
  weather.air.stability =
      reader
          .choice<Stability>("stability", {"A", "A-B", "B", "B-C", "C", "C-D", "D", "D-E", "E", "E-F", "F"},
                             stability_from, Need::required)
          .value_or(weather.air.stability);
  read_air(reader, weather.air);
  reader.finish();
  return weather;
}

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
  const bool explosion = config.source.tnt_kg.has_value();
  const ConfigNode* weather = reader.table("weather", explosion ? Need::optional : Need::required);
  if (weather != nullptr) config.weather = read_weather(*weather, problems);
  config.endpoints = read_endpoints(reader.table("endpoints"), explosion, problems);
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
