#include "gis_io/products/capacity_product.hpp"

#include <utility>

#include "core/runs/capacity.hpp"
#include "gis_io/products/capacity_page.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/plan.hpp"
#include "gis_io/products/work_bound.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_capacity.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/provenance/run_id.hpp"
#include "gis_io/write/results/capacity_files.hpp"
#include "gis_io/write/results/warning_notes.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"

namespace sise {
namespace {

constexpr Rgb kLine{122, 31, 162};  // as control lines are drawn beside the four colours

std::vector<std::string> capacity_names() {
  return {"capacity.tif",  "capacity.qml", "control_line.geojson", "control_line.qml", "partition.geojson",
          "partition.qml", kPageFile,      "summary.json"};
}

CapacityRequest request_of(LoadedCapacity loaded, const OpenProject& project) {
  const CapacityConfig& config = *project.config.capacity;
  CapacityRequest request;
  request.parks = std::move(loaded.parks);
  request.type = std::move(loaded.type);
  request.at = config.at;
  request.most = static_cast<std::size_t>(config.most);
  if (config.like.empty() && request.type.unit.inventory_kg) {
    request.stated_inventory_kg = *request.type.unit.inventory_kg;
    request.holding = [&project, type = request.type](double kg) {
      return type_holding(type, kg, project.config, project.study);
    };
  }
  return request;
}

RunPlan capacity_plan(const OpenProject& project, const CapacityRequest& request) {
  RunPlan plan = plan_without_rasters(project, capacity_names());
  plan.cells = capacity_grid(request.parks, project.study.grid).cells();
  return plan;
}

/// A park with units of which nothing is known has no capacity that anybody may rely on.
void name_the_incomplete(const CapacityView& view, RunReport& report) {
  for (std::size_t p = 0; p < view.result.parks.size(); ++p) {
    const std::vector<std::size_t>& lacking = view.result.parks[p].units.incomplete;
    if (lacking.empty()) continue;
    std::vector<std::string> ids;
    ids.reserve(lacking.size());
    for (const std::size_t i : lacking) ids.push_back(view.assessment.study.units[i].id);
    const Text names = first_five(ids);
    report.status = RunStatus::partial;
    report.skipped.push_back({view.request.parks[p].id,
                              {"units that could not be computed, or only in part: " + names.en +
                                   "; control line and capacity are those of the others",
                               "未能完整计算的单元:" + names.zh + ";控制线和安全容量仅计入其余单元"}});
    report.notes.push_back({Diagnostic::Severity::warning,
                            "not_computed",
                            {.field = view.request.parks[p].id},
                            report.skipped.back().reason,
                            {"`sise scenarios` says what each lacks", "用 sise scenarios 查看缺少的内容"}});
  }
}

void write_capacity(const RunOptions& options, const OpenProject& project, const CapacityView& view,
                    const ClassScheme& scheme, const Context& context, RunReport& report) {
  OutputSet outputs(options.output, capacity_names(), options.overwrite);
  const std::string provenance = project.provenance_text();
  const LayerWriter writer{*project.projection, provenance};
  write_capacity_raster(outputs.stage("capacity.tif"), view, project.study.title, provenance,
                        {options.threads, options.progress});
  write_file(outputs.stage("capacity.qml"), value_style_qml(scheme));
  writer.write(outputs.stage("control_line.geojson"), "control_line",
               control_line_features(view, run_id(project.provenance)), PolygonForm::always_multi);
  write_file(outputs.stage("control_line.qml"),
             style_qml(plain_style(Symbol::outlines, {"control line", "土地规划安全控制线"}, kLine)));
  writer.write(outputs.stage("partition.geojson"), "partition", partition_features(view, scheme),
               PolygonForm::always_multi);
  write_file(outputs.stage("partition.qml"), category_style_qml(scheme, "code", Shape::polygon));
  write_capacity_page(outputs.stage(kPageFile), project, context, view, scheme, report.headline);
  write_json(outputs.stage("summary.json"), report.summary, provenance);
  outputs.commit(project.provenance, report.status, report.skipped);
}

}  // namespace

RunReport run_capacity(const RunOptions& options) {
  const OpenProject project = open_project(options, "capacity");
  LoadedCapacity loaded = load_capacity(project.config, project.study, *project.projection);
  refuse_inputs_as_outputs(options.output, with_manifest(capacity_names()), project.provenance.inputs);
  require_targets(project.study);
  RunReport report;
  report.notes = project.study.notes;
  report.notes.insert(report.notes.end(), loaded.notes.begin(), loaded.notes.end());
  const CapacityRequest request = request_of(std::move(loaded), project);
  report.plan = capacity_plan(project, request);
  require_cells(report.plan.cells, options.max_cells);
  Assessment assessment(project.study, *project.substances, *project.projection);
  ListsDemand demand = capacity_demand(project.study, request.parks);
  constexpr std::size_t kTypes = 1;
  demand.bytes += second_run_bytes(demand_of(assessment.risk), kTypes);
  const ListsPlan memory = plan_lists(demand_of(assessment.risk), demand, options);
  report.plan.peak_memory_bytes = memory.peak_bytes;
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (options.dry_run) return report;
  assessment.risk.set_budget(memory.risk);
  const ClassScheme scheme = class_scheme(project.config.colour_blind ? "capacity-colour-blind" : "capacity");
  const CapacityResult result = capacity_run(assessment, *project.projection, request, scheme, options.progress);
  const CapacityView view{assessment, request, result};
  report.summary = capacity_summary(view, scheme);
  report.headline = capacity_headline(view);
  name_the_incomplete(view, report);
  for (const std::string& code : result.warnings)
    report.notes.push_back(warning_note(code, {"the unit type", "单元类型"}));
  write_capacity(options, project, view, scheme, context, report);
  return report;
}

}  // namespace sise
