#include "gis_io/products/zones_product.hpp"

#include <utility>

#include "core/grid/tiles.hpp"
#include "core/runs/zones.hpp"
#include "gis_io/products/open_incident.hpp"
#include "gis_io/products/zones_summary.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/results/zones_features.hpp"
#include "gis_io/write/results/zones_field.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

std::vector<std::string> file_names(const Incident& incident) {
  std::vector<std::string> names{"zones.geojson", "zones.qml", "field.tif", "field.qml", "preview.png", "summary.json"};
  if (incident.room) names.emplace_back("leave.geojson");
  return names;
}

/// The file's bounds, or what the lowest level reaches.
GridSpec grid_of(OpenIncident& open, const ZonesRun& run) {
  if (const std::optional<GridExtent> given = incident_grid(open.config, open.notes)) {
    open.grid_from_file = true;
    return given->grid;
  }
  return run.grid_of_reach(open.config.grid.cell_m, open.config.grid.crs);
}

/// Targets and people are read once it is known where the zones may lie.
void read_layers(OpenIncident& open, const GridSpec& grid) {
  IncidentLayers layers = load_incident_layers(open.config, grid);
  open.incident.targets = std::move(layers.targets);
  open.incident.population = std::move(layers.population);
  open.notes.insert(open.notes.end(), layers.notes.begin(), layers.notes.end());
}

PreviewFrame frame_of(const OpenIncident& open) {
  PreviewFrame frame;
  frame.title = {open.incident.title, open.incident.title};
  frame.marks = {open.incident.source};
  frame.marks_label = {"source", "事故源"};
  frame.provenance_json = provenance_json(open.provenance);
  return frame;
}

RunPlan plan_of(const OpenIncident& open, const Need& need, const GridSpec& grid) {
  RunPlan plan;
  plan.cells = need.cells;
  plan.tiles = static_cast<std::int64_t>(tiles(grid).size());
  plan.files = file_names(open.incident);
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = need.peak_bytes;
  plan.config_json = open.provenance.config_json;
  return plan;
}

void write_outputs(const OpenIncident& open, const ThreatResult& result, const RunOptions& options,
                   OutputSet& outputs) {
  const Incident& incident = open.incident;
  const ClassScheme scheme = class_scheme(open.config.colour_blind ? "zones-colour-blind" : "zones");
  const std::string provenance = provenance_json(open.provenance);
  const LayerWriter layers{*open.projection, provenance};
  write_field(outputs.stage("field.tif"), result, incident, provenance, {options.threads, options.progress});
  layers.write(outputs.stage("zones.geojson"), "zones", zone_features(result, incident, scheme),
               PolygonForm::always_multi);
  if (incident.room) {
    layers.write(outputs.stage("leave.geojson"), "leave", leave_features(result, incident, scheme),
                 PolygonForm::always_multi);
  }
  write_file(outputs.stage("zones.qml"), category_style_qml(scheme, "code", Shape::polygon));
  write_file(outputs.stage("field.qml"), field_style_qml(incident, scheme));
  write_zones_preview(outputs.stage("preview.png"), result.grid.bounds(), preview_zones(result, incident, scheme),
                      frame_of(open));
}

}  // namespace

RunReport run_zones(const RunOptions& options) {
  OpenIncident open = open_incident(options);
  refuse_inputs_as_outputs(options.output, with_manifest(file_names(open.incident)), open.provenance.inputs);
  const ZonesRun run(open.incident);
  const GridSpec grid = grid_of(open, run);
  read_layers(open, grid);
  RunReport report;
  report.plan = plan_of(open, run.need(grid), grid);
  report.notes = open.notes;
  const Budget budget{options.max_memory_bytes, options.max_cells};
  require_within(budget, run.need(grid), {"the zones", "该分区"});
  if (options.dry_run) return report;
  const ThreatResult result = run.zones(grid, budget, options.progress);

  OutputSet outputs(options.output, file_names(open.incident), options.overwrite);
  write_outputs(open, result, options, outputs);
  report.summary = zones_summary(open, result);
  report.headline = zones_headlines(result, open.incident);
  write_json(outputs.stage("summary.json"), report.summary, provenance_json(open.provenance));
  outputs.commit(open.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
