#include "gis_io/products/relocation_product.hpp"

#include <algorithm>
#include <utility>

#include "core/decision/enterprises.hpp"
#include "core/geometry/operations.hpp"
#include "core/runs/relocation.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/relocation_page.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/land_use_pack.hpp"
#include "gis_io/read/packs/societal_packs.hpp"
#include "gis_io/read/packs/warning_pack.hpp"
#include "gis_io/read/project/load_capacity.hpp"
#include "gis_io/read/project/load_plan.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/provenance/run_id.hpp"
#include "gis_io/write/results/relocation_files.hpp"
#include "gis_io/write/results/write_layers.hpp"

namespace sise {
namespace {

/// Of one enterprise.
std::size_t most_units(const Assessment& assessment) {
  std::size_t most = 0;
  for (const Enterprise& one : enterprises(assessment.study, assessment.statuses))
    most = std::max(most, one.computed.size());
  return most;
}

const std::vector<std::string> kRelocationFiles{"relocation.csv", "relocation_zh.md", "relocation_en.md", kPageFile,
                                                "summary.json"};

std::vector<NewPlace> places_of(const OpenProject& project, RunReport& report) {
  std::vector<NewPlace> places;
  if (!project.config.capacity) return places;
  std::vector<Diagnostic> notes;
  for (const Park& park : load_parks(project.config, project.study, *project.projection, notes))
    places.push_back({park.name.empty() ? park.id : park.name, point_on_surface(as_geometry(park.ground))});
  report.notes.insert(report.notes.end(), notes.begin(), notes.end());
  return places;
}

std::vector<Proposal> parcels_of(const RunOptions& options, const RelocationWishes& wishes, OpenProject& project,
                                 RunReport& report) {
  if (wishes.plan.empty()) return {};
  LayerConfig layer = plan_layer(wishes.plan, project.config.plan);
  layer.outlines = project.config.origin.outlines;
  const std::string& scheme = wishes.scheme.empty() ? project.config.plan_scheme : wishes.scheme;
  LoadedPlan loaded = load_plan(layer, scheme, project.study, land_use_pack());
  for (InputRecord& record : record_inputs(options.input, files_of(layer)))
    project.provenance.inputs.push_back(std::move(record));
  report.notes.insert(report.notes.end(), loaded.notes.begin(), loaded.notes.end());
  for (const Proposal& parcel : loaded.proposals) {
    if (parcel.faults.empty()) continue;
    report.status = RunStatus::partial;
    report.skipped.push_back({parcel.id(), parcel.faults.front().message});
  }
  return std::move(loaded.proposals);
}

void bound_relocation(const RunOptions& options, const RelocationRequest& request, const GridSpec& grid,
                      RunPlan& plan) {
  std::vector<NamedShape> named;
  named.reserve(request.parcels.size());
  for (const Proposal& parcel : request.parcels) named.push_back({parcel.id(), &parcel.target.geometry});
  bound_places(options, named, grid, plan);
  plan.cells = grid.cells();
  require_cells(plan.cells, options.max_cells);
}

}  // namespace

RunReport run_relocation(const RunOptions& options, const RelocationWishes& wishes) {
  OpenProject project = open_project(options, "relocation");
  RunReport report;
  report.notes = project.study.notes;
  RelocationRequest request{places_of(project, report), parcels_of(options, wishes, project, report), wishes.prove};
  if (project.study.population)
    request.people = people_vulnerability(project.config.societal.vulnerability, project.config.origin.folder);
  refuse_inputs_as_outputs(options.output, with_manifest(kRelocationFiles), project.provenance.inputs);
  report.plan = plan_without_rasters(project, kRelocationFiles);
  bound_relocation(options, request, project.study.grid, report.plan);
  Assessment assessment(project.study, *project.substances, *project.projection);
  ListsDemand demand = relocation_demand(project.study, request);
  if (request.prove > 0) demand.bytes += second_run_bytes(demand_of(assessment.risk), most_units(assessment));
  const ListsPlan memory = plan_lists(demand_of(assessment.risk), demand, options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const RelocationResult result =
      relocation_run(assessment, *project.projection, request, warning_brackets("warning-brackets"), options.progress);
  report.summary = relocation_json(project.study, result);
  constexpr std::size_t kTold = 3;
  for (std::size_t i = 0; i < std::min(kTold, result.options.size()); ++i)
    report.headline.push_back(relocation_line(result, result.options[i]));
  if (result.options.empty()) {
    report.headline.push_back({"no single enterprise holds anything that closing, halving or moving it would free",
                               "没有任何一家企业单独处置即可释放土地或人员"});
  }
  OutputSet outputs(options.output, kRelocationFiles, options.overwrite);
  const std::string run = run_id(project.provenance);
  write_relocation_csv(outputs.stage("relocation.csv"), project.study, result);
  write_file(outputs.stage("relocation_zh.md"), relocation_page(project.study, result, run, Language::zh));
  write_file(outputs.stage("relocation_en.md"), relocation_page(project.study, result, run, Language::en));
  write_relocation_page(outputs.stage(kPageFile), project, context, request, result, report.headline);
  write_json(outputs.stage("summary.json"), report.summary, project.provenance_text());
  outputs.commit(project.provenance, report.status, report.skipped);
  return report;
}

}  // namespace sise
