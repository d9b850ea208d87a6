#include "gis_io/read/project/incident_config.hpp"

#include <fmt/format.h>

#include <utility>

#include "gis_io/read/config/field_names.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/context_section.hpp"
#include "gis_io/read/project/incident_sections.hpp"
#include "gis_io/read/project/sections.hpp"

namespace sise {
namespace {

/// Gas that is released above the lid does not come down to people.
void check_lid(const IncidentConfig& config, Problems& problems) {
  const std::optional<double> lid_m = config.weather.air.mixing_height_m;
  if (!lid_m || config.source.height_m <= *lid_m) return;
  problems.error(
      "source_above_lid",
      {fmt::format("the source at {:g} m lies above the mixing height of {:g} m, so nothing would reach the "
                   "ground",
                   config.source.height_m, *lid_m),
       fmt::format("事故源高度 {:g} m 高于混合层高度 {:g} m,释放物不会到达地面", config.source.height_m, *lid_m)},
      config.source.where,
      {"Correct height_m or mixing_height_m, or leave mixing_height_m out",
       "请更正 height_m 或 mixing_height_m,或不给出 mixing_height_m"});
}

void read_rule_pack(const ConfigNode* node, IncidentConfig& config, Problems& problems) {
  Location where;
  if (node != nullptr) {
    ConfigReader reader(*node, problems);
    config.rule_pack_name = reader.text("rule_pack").value_or(config.rule_pack_name);
    where = reader.where("rule_pack");
    reader.finish();
  }
  try {
    config.occupancy = rule_pack(config.rule_pack_name, config.origin.folder).occupancy;
    if (is_pack_file(config.rule_pack_name)) config.pack_files.push_back(config.origin.folder / config.rule_pack_name);
  } catch (const Error& error) {
    for (Diagnostic diagnostic : error.diagnostics()) {
      if (diagnostic.where.file.empty()) diagnostic.where = where;
      problems.add(std::move(diagnostic));
    }
  }
}

}  // namespace

IncidentConfig read_incident(ConfigOrigin opened, Problems& problems) {
  IncidentConfig config;
  config.origin = std::move(opened);
  const ConfigOrigin& origin = config.origin;
  ConfigReader reader(origin.tree, problems);
  config.origin.trusted = read_trust(reader);
  config.title = reader.text("title").value_or("");
  config.colour_blind = read_palette(reader).value_or(false);
  if (const ConfigNode* n = reader.table("source", Need::required)) config.source = read_source(*n, problems);
  const ScenarioKind kind = config.source.kind;
  const ConfigNode* weather =
      reader.table("weather", kind_row(kind).incident_needs_weather ? Need::required : Need::optional);
  if (weather != nullptr) config.weather = read_weather(*weather, problems);
  config.endpoints = read_endpoints(reader.table("endpoints"), kind, problems);
  check_levels_fit(config, problems);
  check_lid(config, problems);
  config.shelter = read_shelter(reader.table("shelter"), problems);
  if (const ConfigNode* n = reader.table("grid", Need::required))
    config.grid = read_grid(*n, Need::optional, origin, problems);
  if (const ConfigNode* n = reader.table("targets")) {
    config.targets = read_layer(*n, {.our_names = target_field_names(), .constants = true}, origin, problems);
  }
  if (const ConfigNode* n = reader.table("population")) config.population = read_population(*n, origin, problems);
  if (const ConfigNode* n = reader.table("context")) config.context = read_context_section(*n, origin, problems);
  config.model.transport_wind = TransportWind::profile;
  if (const ConfigNode* n = reader.table("model")) config.model = read_model(*n, config.model, problems);
  read_rule_pack(reader.table("criteria"), config, problems);
  reader.finish();
  return config;
}

IncidentConfig parse_incident(const std::filesystem::path& path, const std::vector<std::string>& overrides) {
  Problems problems;
  ConfigOrigin origin = open_config(path, overrides, problems);
  IncidentConfig config = read_incident(std::move(origin), problems);
  config.warnings = throw_or_warnings(problems);
  return config;
}

}  // namespace sise
