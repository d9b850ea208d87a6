#include <nlohmann/json.hpp>
#include <regex>

#include "core/accidents/scenario_fields.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/read/register/written_day.hpp"

namespace sise {
namespace {

using Json = nlohmann::ordered_json;

/// A database connection without who connects and where: neither belongs into an output.
std::string without_credentials(const std::string& connection) {
  static const std::regex kKeys(R"(\s*\b(host|hostaddr|port|user|password|passfile)\s*=\s*('[^']*'|[^\s']*))");
  static const std::regex kUserOfAddress(R"(//[^/@]*@)");
  return std::regex_replace(std::regex_replace(connection, kKeys, ""), kUserOfAddress, "//");
}

/// As written where relative; an absolute path as seen from the project file, so that no machine's folders are told.
std::string shown_path(const std::string& text, const std::filesystem::path& folder) {
  const std::string zip = "/vsizip/";
  if (text.starts_with(zip)) return zip + shown_path(text.substr(zip.size()), folder);
  const std::filesystem::path path(text);
  if (text.starts_with("/vsi") || !path.is_absolute()) return without_credentials(text);
  return std::filesystem::proximate(path, folder.empty() ? std::filesystem::path(".") : folder).generic_string();
}

void put_number(Json& json, const char* key, const std::optional<double>& number) {
  if (number) json[key] = *number;
}

void put_text(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json layer_json(const LayerConfig& layer, const std::filesystem::path& folder) {
  Json json;
  json["source"] = shown_path(layer.source_text, folder);
  put_text(json, "layer", layer.layer);
  put_text(json, "encoding", layer.encoding);
  put_text(json, "crs", layer.crs);
  put_text(json, "x", layer.x);
  put_text(json, "y", layer.y);
  put_text(json, "lon", layer.lon);
  put_text(json, "lat", layer.lat);
  put_text(json, "wkt", layer.wkt);
  if (!layer.ignore.empty()) json["ignore"] = layer.ignore;
  if (layer.header_row > 0) json["header_row"] = layer.header_row;
  if (layer.normalise) json["normalise"] = true;
  for (const auto& [name, value] : layer.constants) json[name] = value;
  if (!layer.fields.empty()) json["fields"] = layer.fields;
  return json;
}

Json grid_json(const GridConfig& grid, const std::filesystem::path& folder) {
  Json json;
  json["crs"] = grid.crs;
  if (grid.cell_m > 0.0) json["cell_m"] = grid.cell_m;
  if (grid.bounds) json["bounds"] = {grid.bounds->x_min, grid.bounds->y_min, grid.bounds->x_max, grid.bounds->y_max};
  if (grid.area) json["area"] = layer_json(*grid.area, folder);
  json["margin_m"] = grid.margin_m;
  return json;
}

Json air_json(const Weather& air) {
  Json json;
  json["wind_height_m"] = air.wind_height_m;
  json["roughness_m"] = air.roughness_m;
  json["temperature_K"] = air.temperature_K;
  json["pressure_Pa"] = air.pressure_Pa;
  if (air.mixing_height_m) json["mixing_height_m"] = *air.mixing_height_m;
  return json;
}

Json population_json(const PopulationConfig& population, const std::filesystem::path& folder) {
  Json json = layer_json(population.layer, folder);
  if (population.is_raster) {
    json["raster"] = json["source"];
    json.erase("source");
    json["unit"] = population.unit == PopulationUnit::per_km2 ? "per_km2" : "per_cell";
    if (population.day_band) json["day_band"] = *population.day_band;
    if (population.night_band) json["night_band"] = *population.night_band;
  }
  json["indoor_day"] = population.indoor_day;
  json["indoor_night"] = population.indoor_night;
  json["day_fraction"] = population.day_fraction;
  return json;
}

Json model_json(const ModelChoice& model) {
  Json json;
  json["dispersion"] = model.dispersion;
  json["sigma"] = name_of(model.sigma);
  json["transport_wind"] = name_of(model.transport_wind);
  json["receptor_height_m"] = model.receptor_height_m;
  if (model.averaging_time_s) json["averaging_time_s"] = *model.averaging_time_s;
  json["blast_curve"] = name_of(model.blast_curve);
  return json;
}

void put_generator(Json& json, const ProjectConfig& config) {
  json["frequency_pack"] = shown_path(config.generated_by.frequency_pack, config.origin.folder);
  json["event_trees"] = shown_path(config.generated_by.event_trees, config.origin.folder);
  put_number(json, "delayed_ignition", config.generated_by.delayed_ignition);
}

Json criteria_json(const ProjectConfig& config) {
  Json json;
  json["rule_pack"] = shown_path(config.rule_pack_name, config.origin.folder);
  json["facilities"] = config.criteria.facilities == FacilityScale::new_build ? "new" : "existing";
  json["incomplete_radius_m"] = config.criteria.incomplete_radius_m;
  json["screening"] = config.criteria.screening.id;
  json["cumulative"] = config.criteria.cumulative_veto ? "veto" : "report";
  json["palette"] = config.colour_blind ? "colour_blind" : "standard";
  return json;
}

Json confirmed_json(const std::vector<ConfirmedRule>& confirmed) {
  Json list = Json::array();
  for (const ConfirmedRule& rule : confirmed) {
    list.push_back({{"id", rule.id}, {"by", rule.by}, {"date", to_string(rule.date)}});
  }
  return list;
}

Json register_layers_json(const std::vector<RegisterLayer>& layers, const std::filesystem::path& folder) {
  Json list = Json::array();
  for (const RegisterLayer& one : layers) {
    Json json = layer_json(one.layer, folder);
    put_text(json, "point_method", one.point_method);
    for (const auto& [column, dictionary] : one.dictionary) {
      if (dictionary.id.empty()) {
        json["dictionary"][column] = dictionary.codes;
      } else {
        json["dictionary"][column] = dictionary.id;
      }
    }
    list.push_back(std::move(json));
  }
  return list;
}

void put_indices(Json& reg, const IndicesConfig& indices) {
  const AccidentFigures& figures = indices.accidents;
  if (!figures.any() && indices.items.empty()) return;
  Json& json = reg["indices"];
  put_number(json, "deaths", figures.deaths);
  put_number(json, "injured", figures.injured);
  put_number(json, "gdp_100M_yuan", figures.gdp_100M_yuan);
  put_number(json, "output_t", figures.output_t);
  put_number(json, "employees", figures.employees);
  for (const IndexItem& item : indices.items) {
    Json one{{"name", item.name}, {"bad", item.bad}, {"good", item.good}, {"weight", item.weight}};
    put_number(one, "value", item.value);
    json["item"].push_back(std::move(one));
  }
}

Json hazards_json(const NaturalHazardsConfig& hazards, const std::filesystem::path& folder) {
  Json json;
  json["composite"] = hazards.weighted ? "weighted" : "max";
  for (const NaturalHazardConfig& hazard : hazards.hazards) {
    Json& one = json[hazard.key];
    one = layer_json(hazard.layer, folder);
    one["method"] = name_of(hazard.method);
    if (hazard.breaks) one["breaks"] = *hazard.breaks;
    if (!hazard.codes.empty()) one["dictionary"] = hazard.codes;
    put_number(one, "weight", hazard.weight);
    if (hazard.date) one["date"] = to_string(*hazard.date);
  }
  return json;
}

Json register_json(const RegisterConfig& reg, const std::filesystem::path& folder) {
  Json json;
  json["points"] = register_layers_json(reg.points, folder);
  json["enterprises"] = register_layers_json(reg.enterprises, folder);
  json["hidden_dangers"] = register_layers_json(reg.dangers, folder);
  if (!reg.danger_steps.empty()) json["hidden_danger_steps"] = register_layers_json(reg.danger_steps, folder);
  if (!reg.live.empty()) json["live"] = register_layers_json(reg.live, folder);
  if (reg.live_time) json["live_time"] = time_text(*reg.live_time);
  put_number(json, "live_ppm_C", reg.live_ppm_C);
  put_text(json, "point_method", reg.point_method);
  json["enterprise_method"] = name_of(reg.enterprise_method);
  json["inspections"] = reg.inspections;
  json["inspection_staff_days"] = reg.staff_days;
  json["area_method"] = reg.area_method == AreaMethod::worst_of ? "worst_of" : "layers_uplift";
  json["direct_rules"] = reg.direct_rules;
  json["open_major"] = reg.open_major == OpenMajorRule::red      ? "red"
                       : reg.open_major == OpenMajorRule::one_up ? "one_up"
                                                                 : "list_only";
  if (reg.date) json["date"] = to_string(*reg.date);
  put_number(json, "cell_m", reg.cell_m);
  put_number(json, "kernel_m", reg.kernel_m);
  put_indices(json, reg.indices);
  return json;
}

Json capacity_json(const CapacityConfig& capacity, const std::filesystem::path& folder) {
  Json json;
  json["parks"] = layer_json(capacity.parks.layer, folder);
  if (capacity.at) json["at"] = {capacity.at->x, capacity.at->y};
  json["most"] = capacity.most;
  put_text(json["unit"], "like", capacity.like);
  for (const auto& [field, value] : capacity.record) json["unit"][field] = value;
  return json;
}

/// The address without what stands behind '?': a user's own key belongs into the page alone.
void put_context(Json& json, const ContextConfig& context, const std::filesystem::path& folder) {
  if (!context.tiles.address.empty())
    json["context"]["tiles"] = context.tiles.address.substr(0, context.tiles.address.find('?'));
  if (!context.tiles.credit.empty()) json["context"]["tiles_credit"] = context.tiles.credit;
  for (const ContextLayerConfig& layer : context.layers) {
    Json& one = json["context"][layer.key];
    one = layer_json(layer.layer, folder);
    one["kind"] = name_of(layer.kind);
    if (layer.title.en != layer.key) one["title"] = layer.title.en;
  }
}

void put_pressure(Json& json, const VesselPressure& pressure) {
  if (pressure.absolute_Pa) json["pressure_abs_kPa"] = *pressure.absolute_Pa * 1e-3;
  if (pressure.gauge_Pa) json["pressure_gauge_kPa"] = *pressure.gauge_Pa * 1e-3;
}

Json vessel_json(const VesselLeak& vessel) {
  Json json;
  json["hole_diameter_m"] = vessel.hole_diameter_m;
  json["inventory_kg"] = vessel.inventory_kg;
  put_pressure(json, vessel.pressure);
  put_number(json, "temperature_K", vessel.temperature_K);
  put_number(json, "volume_m3", vessel.volume_m3);
  put_number(json, "liquid_head_m", vessel.liquid_head_m);
  put_number(json, "discharge_coefficient", vessel.discharge_coefficient);
  put_number(json, "isolation_s", vessel.isolation_s);
  if (vessel.phase) json["phase"] = name_of(*vessel.phase);
  return json;
}

void put_field(Json& json, const ScenarioField& field, const IncidentSource& source) {
  if (field.name == "duration_s") {
    put_pressure(json, source.vessel ? VesselPressure{} : source.pressure);
    if (source.vessel || source.mass_kg) return;
  }
  const std::optional<double> value = field.get(source);
  if (!value) return;
  const std::string name(field.name);
  if (field.whole) {
    json[name] = static_cast<int>(*value);
  } else {
    json[name] = *value;
  }
}

Json source_json(const IncidentSource& source) {
  Json json;
  if (source.lon_lat_given) {
    json["lon"] = source.lon_lat_given->lon_deg;
    json["lat"] = source.lon_lat_given->lat_deg;
    if (source.web_map) json["crs"] = name_of(*source.web_map);
  }
  if (source.point) {
    json["x"] = source.point->x;
    json["y"] = source.point->y;
  }
  json["kind"] = kind_row(source.kind).incident_name;
  put_text(json, "substance", source.substance);
  if (source.vessel) json.update(vessel_json(*source.vessel));
  for (const ScenarioField& field : scenario_fields()) put_field(json, field, source);
  return json;
}

Json incident_weather_json(const IncidentWeather& weather) {
  Json json;
  json["wind_from_deg"] = weather.wind_from_deg;
  json["wind_from_uncertainty_deg"] = weather.wind_from_uncertainty_deg;
  json["wind_speed_m_s"] = weather.air.wind_speed_m_s;
  json["stability"] = name_of(weather.air.stability);
  json.update(air_json(weather.air));
  for (const WeatherChange& change : weather.changes) {
    json["change"].push_back({{"at_s", change.at_s},
                              {"wind_from_deg", change.wind_from_deg},
                              {"wind_speed_m_s", change.wind_speed_m_s},
                              {"stability", name_of(change.stability)}});
  }
  return json;
}

Json endpoints_json(const EndpointsConfig& endpoints) {
  Json json;
  if (endpoints.set) json["set"] = name_of(*endpoints.set);
  json["exposure_min"] = endpoints.exposure_min;
  json["receiver"] = name_of(endpoints.receiver);
  if (endpoints.set) return json;
  Json levels = Json::array();
  for (const EndpointLevel& level : endpoints.levels) {
    Json item;
    item["name"] = level.name;
    item[std::string(name_of(level.quantity))] = level.value;
    if (level.n) item["n"] = *level.n;
    levels.push_back(std::move(item));
  }
  json["levels"] = std::move(levels);
  return json;
}

Json shelter_json(const ShelterConfig& shelter) {
  Json json;
  json["air_changes_per_hour"] = shelter.room.air_changes_per_h;
  if (shelter.room.leave_after_s) json["leave_after_min"] = *shelter.room.leave_after_s / 60.0;
  return json;
}

Json societal_json(const ProjectConfig& config, const std::filesystem::path& folder) {
  const SocietalConfig& societal = config.societal;
  Json json;
  json["criterion"] = shown_path(societal.criterion.empty() ? config.rule_pack_name : societal.criterion, folder);
  json["compare"] = societal.compare;
  json["vulnerability"] = shown_path(societal.vulnerability, folder);
  json["cell_m"] = societal.cell_m;
  for (const ParkConfig& park : societal.parks) {
    json["parks"].push_back({{"name", park.name}, {"enterprises", park.enterprises}});
  }
  return json;
}

}  // namespace

std::string resolved_json(const ProjectConfig& config) {
  const std::filesystem::path& folder = config.origin.folder;
  Json json;
  put_text(json, "title", config.title);
  if (config.date) json["date"] = to_string(*config.date);
  json["grid"] = grid_json(config.grid, folder);
  json["weather"] = air_json(config.ambient);
  if (config.wind_rose) json["weather"]["wind_rose"] = layer_json(*config.wind_rose, folder);
  if (!config.units.source_text.empty()) json["units"] = layer_json(config.units, folder);
  if (config.contents) json["units"]["contents"] = layer_json(*config.contents, folder);
  if (config.boundaries) json["units"]["boundary"] = layer_json(*config.boundaries, folder);
  if (config.scenarios) json["scenarios"] = layer_json(*config.scenarios, folder);
  if (config.targets) json["targets"] = layer_json(*config.targets, folder);
  if (config.population) json["population"] = population_json(*config.population, folder);
  json["model"] = model_json(config.model);
  put_generator(json["model"], config);
  if (!config.origin.trusted.empty()) json["trust"]["drivers"] = config.origin.trusted;
  json["harm"] = {{"pack", shown_path(config.harm_pack_name, folder)},
                  {"min_probability", config.harm.min_probability}};
  json["criteria"] = criteria_json(config);
  if (config.population) json["societal"] = societal_json(config, folder);
  if (config.reg) json["register"] = register_json(*config.reg, folder);
  for (const BoundarySetConfig& set : config.areas) {
    json["areas"][set.key] = layer_json(set.layer, folder);
    json["areas"][set.key]["kind"] = set.townships ? "township" : "fine";
  }
  if (config.hazards) json["natural_hazards"] = hazards_json(*config.hazards, folder);
  if (config.capacity) json["capacity"] = capacity_json(*config.capacity, folder);
  put_context(json, config.context, folder);
  for (const std::string& file : config.siting_files) json["rules"]["files"].push_back(shown_path(file, folder));
  if (!config.confirmed.empty()) json["rules"]["confirmed"] = confirmed_json(config.confirmed);
  return json.dump(2);
}

std::string resolved_json(const IncidentConfig& config) {
  const std::filesystem::path& folder = config.origin.folder;
  Json json;
  put_text(json, "title", config.title);
  json["palette"] = config.colour_blind ? "colour_blind" : "standard";
  json["source"] = source_json(config.source);
  if (config.weather.given) json["weather"] = incident_weather_json(config.weather);
  json["endpoints"] = endpoints_json(config.endpoints);
  json["shelter"] = shelter_json(config.shelter);
  json["grid"] = grid_json(config.grid, folder);
  if (config.targets) json["targets"] = layer_json(*config.targets, folder);
  if (config.population) json["population"] = population_json(*config.population, folder);
  put_context(json, config.context, folder);
  json["model"] = model_json(config.model);
  if (!config.origin.trusted.empty()) json["trust"]["drivers"] = config.origin.trusted;
  json["criteria"]["rule_pack"] = shown_path(config.rule_pack_name, folder);
  return json.dump(2);
}

}  // namespace sise
