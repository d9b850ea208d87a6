#include "gis_io/products/zones_product.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "core/grid/tiles.hpp"
#include "core/runs/zones.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/open_incident.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/zones_files.hpp"
#include "gis_io/products/zones_page.hpp"
#include "gis_io/products/zones_summary.hpp"
#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/warning_notes.hpp"

namespace sise {
namespace {

Diagnostic larger_cells(double wanted_m, const GridSpec& grid) {
  Diagnostic note;
  note.severity = Diagnostic::Severity::note;
  note.code = "cells_made_larger";
  note.where.field = "grid.cell_m";
  note.message = {fmt::format("the zones reach so far that cells of {:g} m were taken instead of {:g} m; [grid] bounds "
                              "keep the size asked for",
                              grid.cell_m, wanted_m),
                  fmt::format("分区范围很大,网格边长由 {1:g} m 改为 {0:g} m;如需保持所给边长,请给出 [grid] bounds",
                              grid.cell_m, wanted_m)};
  return note;
}

/// The file's bounds, or what the lowest level reaches.
GridSpec grid_of(OpenIncident& open, const ZonesRun& run) {
  if (const std::optional<GridExtent> given = incident_grid(open.config, open.notes)) {
    open.grid_from_file = true;
    return given->grid;
  }
  const double wanted_m = open.config.grid.cell_m;
  GridSpec grid = run.grid_of_reach(wanted_m > 0.0 ? std::optional(wanted_m) : std::nullopt, open.config.grid.crs);
  if (wanted_m > 0.0 && grid.cell_m > wanted_m) open.notes.push_back(larger_cells(wanted_m, grid));
  require_true_scale(grid.crs, grid.bounds(), open.config.grid.crs_where);
  return grid;
}

/// Targets and people are read once it is known where the zones may lie.
void read_layers(OpenIncident& open, const GridSpec& grid) {
  IncidentLayers layers = load_incident_layers(open.config, grid);
  open.incident.targets = std::move(layers.targets);
  open.incident.population = std::move(layers.population);
  open.notes.insert(open.notes.end(), layers.notes.begin(), layers.notes.end());
}

std::vector<std::string> all_files(const OpenIncident& open, const RunOptions& options) {
  std::vector<std::string> files = names_of(zones_files(), open.incident);
  for (std::string& file : also_files(options.also, "zones", zones_layer_names(open.incident)))
    files.push_back(std::move(file));
  for (std::string& file : sheet_files(options.sheets)) files.push_back(std::move(file));
  return files;
}

AlsoContent also_content(const ZonesOutput& zones) {
  AlsoContent content{"zones",
                      {zones.open.incident.title, zones.open.incident.title},
                      {},
                      zones.result.grid.crs,
                      zones.result.grid.bounds(),
                      *zones.open.projection,
                      zones.provenance_json,
                      zones_layers(zones)};
  for (const Text& warning : texts_of(zones.result.warnings)) {
    content.description.en += (content.description.en.empty() ? "" : " ") + warning.en;
    content.description.zh += warning.zh;
  }
  return content;
}

RunPlan plan_of(const OpenIncident& open, const WorkNeed& need, const GridSpec& grid, std::vector<std::string> files) {
  RunPlan plan;
  plan.cells = need.cells;
  plan.tiles = static_cast<std::int64_t>(tiles(grid).size());
  plan.files = std::move(files);
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = need.peak_bytes;
  plan.config_json = open.provenance.config_json;
  return plan;
}

}  // namespace

RunReport run_zones(const RunOptions& options) {
  OpenIncident open = open_incident(options);
  const ClassScheme scheme = class_scheme(open.config.colour_blind ? "zones-colour-blind" : "zones");
  require_sheets(options.sheets, {scheme});
  const std::vector<std::string> files = all_files(open, options);
  refuse_inputs_as_outputs(options.output, with_manifest(files), open.provenance.inputs);
  const ZonesRun run(open.incident);
  const GridSpec grid = grid_of(open, run);
  read_layers(open, grid);
  const Context context = open_context(open.config.context, open.config.grid, grid.bounds(), open.notes);
  RunReport report;
  WorkNeed need = run.need(grid);
  need.peak_bytes += sheet_bytes(options.sheets, 0);
  report.plan = plan_of(open, need, grid, files);
  report.notes = open.notes;
  const Budget budget{options.max_memory_bytes, options.max_cells};
  require_within(budget, need, {"the zones", "该分区"});
  if (options.dry_run) return report;
  const ThreatResult result = run.zones(grid, budget, options.progress);

  OutputSet outputs(options.output, files, options.overwrite);
  report.summary = zones_summary(open, result);
  report.headline = zones_headlines(result, open.incident);
  for (const std::string& code : result.warnings) report.notes.push_back(warning_note(code));
  const ZonesOutput output{
      open,   result, report.summary, scheme, provenance_json(open.provenance), {options.threads, options.progress},
      context};
  write_all(zones_files(), open.incident, output, outputs);
  write_zones_sheets(outputs, options.sheets, output, report.headline);
  if (options.also.any()) write_also(outputs, options.also, also_content(output));
  outputs.commit(open.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
