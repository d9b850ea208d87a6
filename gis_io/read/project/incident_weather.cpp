#include "gis_io/read/project/incident_sections.hpp"
#include "gis_io/read/project/sections.hpp"

namespace sise {
namespace {

const NumberRule kBearing{.at_least = 0.0, .at_most = 360.0};

std::optional<Stability> read_stability(ConfigReader& reader, Need need) {
  return reader.choice<Stability>("stability", {"A", "A-B", "B", "B-C", "C", "C-D", "D", "D-E", "E", "E-F", "F"},
                                  stability_from, need);
}

/// What a step does not say stays as it was.
WeatherChange read_change(const ConfigNode& node, const WeatherChange& before, Problems& problems) {
  ConfigReader reader(node, problems);
  WeatherChange change = before;
  change.at_s = reader.number("at_s", number_rule::kPositive, Need::required).value_or(before.at_s);
  if (change.at_s <= before.at_s && reader.has("at_s")) {
    problems.error("changes_out_of_order",
                   {"the changes of the weather must follow each other in time", "天气变化须按时间先后给出"},
                   reader.where("at_s"));
  }
  change.wind_from_deg = reader.number("wind_from_deg", kBearing).value_or(before.wind_from_deg);
  change.wind_speed_m_s = reader.number("wind_speed_m_s", number_rule::kNotNegative).value_or(before.wind_speed_m_s);
  change.stability = read_stability(reader, Need::optional).value_or(before.stability);
  reader.finish();
  return change;
}

std::vector<WeatherChange> read_changes(const ConfigNode& list, const IncidentWeather& weather, Problems& problems) {
  std::vector<WeatherChange> changes;
  WeatherChange before{0.0, weather.wind_from_deg, weather.air.wind_speed_m_s, weather.air.stability};
  for (const ConfigNode& item : list.items) {
    before = read_change(item, before, problems);
    changes.push_back(before);
  }
  return changes;
}

}  // namespace

IncidentWeather read_weather(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentWeather weather{.given = true};
  weather.wind_from_deg = reader.number("wind_from_deg", kBearing, Need::required).value_or(0.0);
  weather.wind_from_uncertainty_deg =
      reader.number("wind_from_uncertainty_deg", {.at_least = 0.0, .at_most = 180.0}).value_or(0.0);
  weather.air.wind_speed_m_s = reader.number("wind_speed_m_s", number_rule::kNotNegative, Need::required).value_or(0.0);
  weather.air.stability = read_stability(reader, Need::required).value_or(weather.air.stability);
  read_air(reader, weather.air);
  if (const ConfigNode* list = reader.array("change")) weather.changes = read_changes(*list, weather, problems);
  reader.finish();
  return weather;
}

}  // namespace sise
