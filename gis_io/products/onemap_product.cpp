#include "gis_io/products/onemap_product.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/grid/tiles.hpp"
#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/products/onemap_files.hpp"
#include "gis_io/products/onemap_layers.hpp"
#include "gis_io/products/onemap_register.hpp"
#include "gis_io/products/onemap_words.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"

namespace sise {
namespace {

std::vector<std::string> groups_of(const OpenProject& project) {
  std::vector<std::string> groups;
  if (project.config.reg) groups = {"hidden_dangers", "official_grades"};
  groups.insert(groups.end(), {"major_hazards", "sectors"});
  if (!project.study.targets.empty()) groups.emplace_back("targets");
  if (!project.config.areas.empty()) groups.emplace_back("areas");
  groups.emplace_back("risk_zones");
  return groups;
}

RunPlan onemap_plan(const OpenProject& project, const MemoryPlan& memory) {
  RunPlan plan;
  plan.cells = project.study.grid.cells();
  plan.tiles = static_cast<std::int64_t>(tiles(project.study.grid).size());
  plan.files = onemap_files(groups_of(project));
  plan.files.emplace_back("manifest.json");
  plan.peak_memory_bytes = memory.peak_bytes;
  plan.config_json = project.provenance.config_json;
  return plan;
}

void make_onemap(const OneMapInputs& in, OpenRegister* reg, RunReport& report) {
  const OpenProject& project = in.project;
  const bool colour_blind = project.config.colour_blind;
  const ClassScheme& scheme = project.config.scheme;
  const MajorHazardPack pack = major_hazard_pack("gb18218-2018");
  const ClassScheme hazard_scheme = class_scheme(colour_blind ? "major-hazard-colour-blind" : "major-hazard");
  const SectorPack sectors = sector_pack("county-eight");
  const FourColourMap map(in.assessment);
  OutputSet outputs(in.options.output, onemap_files(groups_of(project)), in.options.overwrite);
  const Computed done = compute(in, map, pack, report);
  const std::vector<SectorEnterprise> enterprises =
      sector_enterprises(project.study, done.colours, hazard_levels(done.hazards), sectors);
  OneMap made;
  made.stamp = {MapState::current, project.config.date ? to_string(*project.config.date) : "",
                project.config.rule_pack_name, coverage_of(in.assessment)};
  made.ground = &done.thumbnail;
  made.page_ground = &done.page_codes;
  made.context = &in.context;
  made.shares = page_shares(done.totals, scheme);
  made.groups.push_back(hazards_group(done, pack, hazard_scheme, made.stamp));
  made.groups.push_back(
      sectors_group(enterprises, sectors, done.areas, district_of(project.study), scheme, made.stamp));
  if (!project.study.targets.empty())
    made.groups.push_back(targets_group(project.study, class_scheme("target-class"), made.stamp));
  if (!done.areas.empty()) made.groups.push_back(areas_group(done.areas, scheme, made.stamp));
  made.groups.push_back(risk_group(done, scheme, made.stamp));
  if (reg != nullptr) add_register(in, *reg, sectors, made, report);
  made.not_in_it = not_in_it(project);
  made.summary = summary_of(project, made, done, enterprises);
  note_unknown_sectors(enterprises, sectors, report);
  write_onemap(outputs, project, made, in.options.progress);
  report.summary = made.summary;
  report.headline = headline_of(made);
  outputs.commit(project.provenance, report.status, report.skipped);
}

/// Files that the register names and the rest of the project does not.
void add_inputs(const std::vector<InputRecord>& more, std::vector<InputRecord>& inputs) {
  for (const InputRecord& record : more) {
    if (std::find(inputs.begin(), inputs.end(), record) == inputs.end()) inputs.push_back(record);
  }
}

void add_notes(const std::vector<Diagnostic>& more, std::vector<Diagnostic>& notes) {
  for (const Diagnostic& note : more) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
}

}  // namespace

RunReport run_onemap(const RunOptions& options) {
  OpenProject project = open_project(options, "onemap");
  RunReport report;
  std::optional<OpenRegister> reg;
  if (project.config.reg) reg = open_register(options, "onemap");
  if (reg) add_inputs(reg->provenance.inputs, project.provenance.inputs);
  refuse_inputs_as_outputs(options.output, with_manifest(onemap_files(groups_of(project))), project.provenance.inputs);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const std::size_t patches = project.study.population ? project.study.population->patches.size() : 0;
  const MemoryPlan memory =
      plan_memory(project.study.grid, demand_of(assessment.risk), patches, options.max_memory_bytes, options.max_cells);
  assessment.risk.set_budget(memory.risk);
  report.plan = onemap_plan(project, memory);
  report.notes = project.study.notes;
  if (reg) {
    report.plan.peak_memory_bytes += register_memory_bytes(reg->reg);
    add_notes(reg->notes, report.notes);
  }
  const std::vector<BoundarySet> sets = read_area_sets(project);
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  if (!options.dry_run)
    make_onemap({options, project, assessment, memory, sets, context}, reg ? &*reg : nullptr, report);
  return report;
}

}  // namespace sise
