#include "gis_io/products/zones_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "core/exposure/threat_zones.hpp"
#include "core/grid/tiles.hpp"
#include "gis_io/packs/packs.hpp"
#include "gis_io/pictures/preview.hpp"
#include "gis_io/products/map_summary.hpp"
#include "gis_io/products/open_incident.hpp"
#include "gis_io/products/write_layers.hpp"
#include "gis_io/project/load_study.hpp"
#include "gis_io/provenance/output_file.hpp"
#include "gis_io/provenance/output_set.hpp"
#include "gis_io/rasters/cog.hpp"
#include "gis_io/styles/qml.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

const std::vector<std::string>& file_names() {
  static const std::vector<std::string> names{"zones.geojson", "zones.qml",   "field.tif",
                                              "field.qml",     "preview.png", "summary.json"};
  return names;
}

/// The file's bounds, or what the lowest level reaches.
GridSpec grid_of(OpenIncident& open, const ThreatField& field) {
  if (const std::optional<GridExtent> given = incident_grid(open.config, open.notes)) {
    open.grid_from_file = true;
    return given->grid;
  }
  return threat_grid(open.incident, field, open.config.grid.cell_m, open.config.grid.crs);
}

/// Targets and people are read once it is known where the zones may lie.
void read_layers(OpenIncident& open, const GridSpec& grid) {
  IncidentLayers layers = load_incident_layers(open.config, grid);
  open.incident.targets = std::move(layers.targets);
  open.incident.population = std::move(layers.population);
  open.notes.insert(open.notes.end(), layers.notes.begin(), layers.notes.end());
}

PropertyList list_of(const std::vector<std::string>& texts) {
  PropertyList list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

Feature feature_of(const ThreatZone& zone, const Incident& incident, const ClassScheme& scheme) {
  const ThreatLevel& level = incident.levels[zone.level];
  const SchemeClass& colour = scheme.classes[std::min(zone.level, scheme.classes.size() - 1)];
  Feature feature;
  feature.geometry.polygons = zone.area;
  feature.properties = {{"level", level.name},
                        {"label_zh", level.label.zh},
                        {"label_en", level.label.en},
                        {"endpoint", level.endpoint},
                        {"certain", zone.certain},
                        {"value", level.given_value},
                        {"unit", level.given_unit},
                        {"area_m2", zone.area_m2},
                        {"max_distance_m", zone.max_distance_m},
                        {"people_day", zone.people_day},
                        {"people_night", zone.people_night},
                        {"targets", list_of(zone.targets)},
                        {"code", colour.code},
                        {"colour", hex_colour(colour.rgb)},
                        {"source", level.source},
                        {"confidence", std::string(name_of(level.confidence))}};
  return feature;
}

/// Largest zones first, so that a viewer draws the severe ones on top.
std::vector<Feature> features_of(const ThreatResult& result, const Incident& incident, const ClassScheme& scheme) {
  std::vector<Feature> features;
  for (auto zone = result.zones.rbegin(); zone != result.zones.rend(); ++zone)
    features.push_back(feature_of(*zone, incident, scheme));
  // Within a level the possible zone comes before the certain one that lies inside it.
  for (std::size_t i = 0; i + 1 < features.size(); i += 2) std::swap(features[i], features[i + 1]);
  return features;
}

RasterDescription describe_field(const Incident& incident, const std::string& provenance) {
  const bool blast = incident.quantity() == HazardQuantity::overpressure_pa;
  const std::string unit = blast ? "Pa" : "kg/m3";
  RasterDescription description;
  description.title = incident.title;
  description.bands = {{"wind as given / 给定风向", unit, {}},
                       {"largest over the wind's uncertainty / 风向不确定范围内最大值", unit, {}},
                       {"smallest over the wind's uncertainty / 风向不确定范围内最小值", unit, {}}};
  description.nodata = std::numeric_limits<double>::quiet_NaN();
  description.metadata = {{"SISE_QUANTITY", std::string(name_of(incident.quantity()))}};
  description.provenance_json = provenance;
  return description;
}

void write_field(const std::filesystem::path& path, const ThreatResult& result, const Incident& incident,
                 const std::string& provenance, const CogOptions& options) {
  const std::array<RasterView<const float>, 3> bands{result.central.view(), result.largest.view(),
                                                     result.smallest.view()};
  write_cog(path, result.grid, describe_field(incident, provenance), bands, options);
}

/// The field in the colours of its zones: cut at the incident's levels.
std::string field_style_qml(const Incident& incident, const ClassScheme& palette) {
  ClassScheme scheme = palette;
  scheme.classes.clear();
  double upper = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < incident.levels.size(); ++i) {
    SchemeClass c = palette.classes[std::min(i, palette.classes.size() - 1)];
    c.lower = incident.levels[i].value;
    c.upper = upper;
    c.label = incident.levels[i].label;
    upper = c.lower;
    scheme.classes.push_back(c);
  }
  return value_style_qml(scheme);
}

Text zone_label(const ThreatZone& zone, const ThreatLevel& level) {
  const std::string value = fmt::format(" ({:g} {})", level.given_value, level.given_unit);
  return {level.label.en + value + (zone.certain ? ", certain" : ", possible"),
          level.label.zh + value + (zone.certain ? ",必然" : ",可能")};
}

std::vector<PreviewZone> preview_zones(const ThreatResult& result, const Incident& incident,
                                       const ClassScheme& scheme) {
  std::vector<PreviewZone> zones;
  for (std::size_t i = incident.levels.size(); i-- > 0;) {
    for (const ThreatZone* zone : {&result.zones[2 * i], &result.zones[2 * i + 1]}) {
      const Rgb colour = scheme.classes[std::min(i, scheme.classes.size() - 1)].rgb;
      zones.push_back({zone->area, colour, zone->certain ? 0.8 : 0.35, zone_label(*zone, incident.levels[i])});
    }
  }
  return zones;
}

PreviewFrame frame_of(const OpenIncident& open) {
  PreviewFrame frame;
  frame.title = {open.incident.title, open.incident.title};
  frame.marks = {open.incident.source};
  frame.marks_label = {"source", "事故源"};
  frame.provenance_json = provenance_json(open.provenance);
  return frame;
}

PropertyList targets_summary(const ThreatResult& result) {
  PropertyList list;
  for (const TargetExposure& target : result.targets) {
    list.emplace_back(PropertyObject{{"id", target.id},
                                     {"name", target.name},
                                     {"distance_m", target.distance_m},
                                     {"value", target.value},
                                     {"largest_value", target.largest_value},
                                     {"worst_level", target.worst_level},
                                     {"arrival_s", target.arrival_s},
                                     {"passing_s", target.passing_s}});
  }
  return list;
}

PropertyList levels_summary(const ThreatResult& result, const Incident& incident) {
  PropertyList list;
  for (const ThreatZone& zone : result.zones) {
    const ThreatLevel& level = incident.levels[zone.level];
    list.emplace_back(PropertyObject{{"level", level.name},
                                     {"certain", zone.certain},
                                     {"value", level.given_value},
                                     {"unit", level.given_unit},
                                     {"area_m2", zone.area_m2},
                                     {"max_distance_m", zone.max_distance_m},
                                     {"people_day", zone.people_day},
                                     {"people_night", zone.people_night},
                                     {"targets", static_cast<std::int64_t>(zone.targets.size())},
                                     {"confidence", std::string(name_of(level.confidence))}});
  }
  return list;
}

PropertyObject summary_of(const OpenIncident& open, const ThreatResult& result) {
  const Incident& incident = open.incident;
  return {{"title", incident.title},
          {"quantity", std::string(name_of(incident.quantity()))},
          {"unit", incident.tnt_kg ? "Pa" : "kg/m3"},
          {"grid", grid_summary(result.grid)},
          {"grid_from", open.grid_from_file ? "the incident file" : "reach of the lowest level + 10 %"},
          {"wind_from_deg", incident.wind_from_deg},
          {"wind_from_uncertainty_deg", incident.wind_from_uncertainty_deg},
          {"transport_wind", std::string(name_of(incident.model.transport_wind))},
          {"sigma", std::string(name_of(incident.model.sigma))},
          {"blast_curve", std::string(name_of(incident.model.blast_curve))},
          {"zones", levels_summary(result, incident)},
          {"targets", targets_summary(result)},
          {"warnings", list_of(result.warnings)},
          {"notes", note_summary(open.notes)}};
}

std::vector<Text> headlines(const ThreatResult& result, const Incident& incident) {
  std::vector<Text> lines;
  for (const ThreatZone& zone : result.zones) {
    if (zone.certain) continue;
    const ThreatLevel& level = incident.levels[zone.level];
    lines.push_back(
        {fmt::format("{} ({:g} {}): {:.0f} m, {:.2f} km2, {:.0f} people by day, {:.0f} by night, {} targets",
                     level.name, level.given_value, level.given_unit, zone.max_distance_m, zone.area_m2 * 1e-6,
                     zone.people_day, zone.people_night, zone.targets.size()),
         fmt::format("{}({:g} {}):最远 {:.0f} m,{:.2f} km2,白天 {:.0f} 人,夜间 {:.0f} 人,防护目标 {} 处", level.name,
                     level.given_value, level.given_unit, zone.max_distance_m, zone.area_m2 * 1e-6, zone.people_day,
                     zone.people_night, zone.targets.size())});
  }
  return lines;
}

RunPlan plan_of(const OpenIncident& open, const GridSpec& grid) {
  constexpr std::int64_t kProgram_bytes = 150LL << 20;
  constexpr std::int64_t kBytesPerCell = 3 * sizeof(float);
  RunPlan plan;
  plan.cells = grid.cells();
  plan.tiles = static_cast<std::int64_t>(tiles(grid).size());
  plan.files = file_names();
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = kProgram_bytes + grid.cells() * kBytesPerCell;
  plan.config_json = open.provenance.config_json;
  return plan;
}

void check_budget(const RunOptions& options, const RunPlan& plan) {
  const bool too_many = options.max_cells && plan.cells > *options.max_cells;
  const bool too_much = options.max_memory_bytes && plan.peak_memory_bytes > *options.max_memory_bytes;
  if (!too_many && !too_much) return;
  throw BudgetError(too_many ? "over_cells" : "over_memory",
                    {fmt::format("the zones need {} cells and {} MiB", plan.cells, plan.peak_memory_bytes >> 20),
                     fmt::format("该分区需要 {} 个单元、{} MiB 内存", plan.cells, plan.peak_memory_bytes >> 20)},
                    {.field = "grid.cell_m"}, {"Take larger cells or raise the budget", "请增大网格边长或提高预算"});
}

}  // namespace

RunReport run_zones(const RunOptions& options) {
  OpenIncident open = open_incident(options);
  const ThreatField field(open.incident);
  const GridSpec grid = grid_of(open, field);
  read_layers(open, grid);
  RunReport report;
  report.plan = plan_of(open, grid);
  report.notes = open.notes;
  check_budget(options, report.plan);
  if (options.dry_run) return report;
  ThreatResult result = threat_zones(open.incident, field, grid, options.progress);
  if (is_heavy_release(open.incident)) result.warnings.emplace_back("heavy_gas_passive_model");

  const ClassScheme scheme = class_scheme(open.config.colour_blind ? "zones-colour-blind" : "zones");
  OutputSet outputs(options.output, file_names(), options.overwrite);
  const std::string provenance = provenance_json(open.provenance);
  write_field(outputs.stage("field.tif"), result, open.incident, provenance, {options.threads, options.progress});
  LayerWriter{*open.projection, provenance}.write(
      outputs.stage("zones.geojson"), "zones", features_of(result, open.incident, scheme), PolygonForm::always_multi);
  write_file(outputs.stage("zones.qml"), category_style_qml(scheme, "code", Shape::polygon));
  write_file(outputs.stage("field.qml"), field_style_qml(open.incident, scheme));
  write_zones_preview(outputs.stage("preview.png"), grid.bounds(), preview_zones(result, open.incident, scheme),
                      frame_of(open));
  report.summary = summary_of(open, result);
  report.headline = headlines(result, open.incident);
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(open.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
