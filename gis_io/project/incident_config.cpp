#include "gis_io/project/incident_config.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "gis_io/packs/packs.hpp"
#include "gis_io/project/field_names.hpp"
#include "gis_io/project/sections.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 8> kSetNames{"aegl", "erpg", "pac",          "hj169",
                                                    "idlh", "lfl",  "overpressure", "radiation"};
constexpr std::array<std::string_view, 6> kQuantityNames{"concentration_mg_m3", "concentration_ppm",
                                                         "volume_fraction",     "overpressure_pa",
                                                         "radiation_w_m2",      "toxic_load_mg_m3_n_min"};

template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

void read_position(ConfigReader& reader, IncidentSource& source) {
  const std::string kind = reader.exactly_one({"lon", "x"}, Need::required);
  const bool degrees = kind == "lon";
  const bool metres = kind == "x";
  const auto lon = reader.number("lon", {.at_least = -180.0, .at_most = 180.0});
  const auto lat =
      reader.number("lat", {.at_least = -90.0, .at_most = 90.0}, degrees ? Need::required : Need::optional);
  const auto x = reader.number("x");
  const auto y = reader.number("y", number_rule::kAny, metres ? Need::required : Need::optional);
  if (degrees && lon && lat) source.lon_lat = LonLat{*lon, *lat};
  if (metres && x && y) source.point = Point{*x, *y};
}

void find_substance(ConfigReader& reader, Need need, IncidentSource& source) {
  source.substance_text = reader.text("substance", need).value_or("");
  if (source.substance_text.empty()) return;
  if (const Substance* substance = substances().find(source.substance_text)) {
    source.substance = substance->id;
    return;
  }
  const std::vector<std::string> near = substances().suggest(source.substance_text);
  const bool ambiguous = !substances().matches(source.substance_text).empty();
  const std::string& said = source.substance_text;
  const Text message = ambiguous ? Text{"'" + said + "' may be several substances", "'" + said + "' 对应多种物质"}
                                 : Text{"the substance '" + said + "' is not known", "未知的物质 '" + said + "'"};
  const Text remedy =
      near.empty()
          ? Text{"`sise substances` lists them; a CAS number works too", "可用 sise substances 列出; 也可用 CAS 号"}
          : Text{"Did you mean: " + join_names(near) + "?", "是否应为: " + join_names(near) + "?"};
  reader.problems().error(ambiguous ? "ambiguous_substance" : "unknown_substance", message, reader.where("substance"),
                          remedy);
}

IncidentSource read_source(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  IncidentSource source;
  source.where = reader.where();
  read_position(reader, source);
  const std::string amount = reader.exactly_one({"rate_kg_s", "mass_kg", "tnt_kg"}, Need::required);
  source.rate_kg_s = reader.number("rate_kg_s", number_rule::kPositive);
  source.mass_kg = reader.number("mass_kg", number_rule::kPositive);
  source.tnt_kg = reader.number("tnt_kg", number_rule::kPositive);
  find_substance(reader, amount == "tnt_kg" ? Need::optional : Need::required, source);
  source.duration_s = reader.number("duration_s", number_rule::kPositive).value_or(source.duration_s);
  source.height_m = reader.number("height_m", number_rule::kNotNegative).value_or(source.height_m);
  reader.finish();
  return source;
}

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

EndpointLevel read_level(const ConfigNode& node, Problems& problems) {
  ConfigReader reader(node, problems);
  EndpointLevel level;
  level.where = reader.where();
  level.name = reader.text("name", Need::required).value_or("");
  const std::vector<std::string> quantities(kQuantityNames.begin(), kQuantityNames.end());
  const std::string quantity = reader.exactly_one(quantities, Need::required);
  if (!quantity.empty()) {
    level.quantity = endpoint_quantity_from(quantity).value();
    const bool fraction = level.quantity == EndpointQuantity::volume_fraction;
    const NumberRule rule{.above = 0.0, .at_most = fraction ? std::optional(1.0) : std::nullopt};
    level.value = reader.number(quantity, rule).value_or(0.0);
  }
  if (level.quantity == EndpointQuantity::toxic_load_mg_m3_n_min) level.n = reader.number("n", number_rule::kPositive);
  reader.finish();
  return level;
}

std::vector<EndpointLevel> read_levels(const ConfigNode& list, Problems& problems) {
  std::vector<EndpointLevel> levels;
  std::set<std::string> names;
  if (list.items.empty()) problems.error("no_levels", {"the list of levels is empty", "levels 列表为空"}, list.where);
  for (const ConfigNode& item : list.items) {
    levels.push_back(read_level(item, problems));
    const EndpointLevel& level = levels.back();
    if (!level.name.empty() && !names.insert(level.name).second) {
      problems.error("doubled_level",
                     {"two levels are called '" + level.name + "'", "有两个级别同名 '" + level.name + "'"},
                     level.where);
    }
  }
  return levels;
}

EndpointsConfig read_endpoints(const ConfigNode* node, bool explosion, Problems& problems) {
  static const ConfigNode kEmpty{.kind = ConfigNode::Kind::table};
  ConfigReader reader(node == nullptr ? kEmpty : *node, problems);
  EndpointsConfig endpoints;
  endpoints.where = reader.where();
  endpoints.exposure_min = reader.number("exposure_min", number_rule::kPositive).value_or(endpoints.exposure_min);
  const std::vector<std::string> sets(kSetNames.begin(), kSetNames.end());
  const std::string kind = reader.exactly_one({"set", "levels"}, Need::optional);
  const std::optional<EndpointSet> set = reader.choice<EndpointSet>("set", sets, endpoint_set_from);
  const ConfigNode* levels = reader.array("levels");
  if (kind == "levels" && levels != nullptr) {
    endpoints.levels = read_levels(*levels, problems);
  } else {
    endpoints.set = set.value_or(explosion ? EndpointSet::overpressure : EndpointSet::aegl);
    endpoints.levels = endpoint_levels(*endpoints.set);
  }
  reader.finish();
  return endpoints;
}

bool is_blast(const EndpointLevel& level) { return level.quantity == EndpointQuantity::overpressure_pa; }

/// An explosion has no concentration, and a cloud no overpressure.
void check_levels_fit(const IncidentConfig& config, Problems& problems) {
  const bool explosion = config.source.tnt_kg.has_value();
  const std::vector<EndpointLevel>& levels = config.endpoints.levels;
  const bool blast = !levels.empty() && std::any_of(levels.begin(), levels.end(), is_blast);
  const bool other = levels.empty() || !std::all_of(levels.begin(), levels.end(), is_blast);
  if (explosion && other) {
    problems.error("level_does_not_fit",
                   {"an explosion (tnt_kg) is asked for overpressure levels only", "爆炸 (tnt_kg) 只能给出超压级别"},
                   config.endpoints.where,
                   {"Use set = \"overpressure\" or levels with overpressure_pa",
                    "请用 set = \"overpressure\" 或含 overpressure_pa 的 levels"});
  }
  const bool release = config.source.rate_kg_s.has_value();
  if (release && blast) {
    problems.error("level_does_not_fit", {"a release (rate_kg_s) has no overpressure", "泄漏 (rate_kg_s) 没有超压级别"},
                   config.endpoints.where, {"Give tnt_kg for an explosion", "爆炸请给出 tnt_kg"});
  }
}

}  // namespace

std::string_view name_of(EndpointSet set) { return kSetNames.at(static_cast<std::size_t>(set)); }

std::optional<EndpointSet> endpoint_set_from(std::string_view name) {
  const std::optional<std::size_t> place = place_of(kSetNames, name);
  return place ? std::optional(static_cast<EndpointSet>(*place)) : std::nullopt;
}

std::string_view name_of(EndpointQuantity quantity) { return kQuantityNames.at(static_cast<std::size_t>(quantity)); }

std::optional<EndpointQuantity> endpoint_quantity_from(std::string_view name) {
  const std::optional<std::size_t> place = place_of(kQuantityNames, name);
  return place ? std::optional(static_cast<EndpointQuantity>(*place)) : std::nullopt;
}

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
