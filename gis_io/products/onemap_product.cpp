#include "gis_io/products/onemap_product.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "core/grid/tiles.hpp"
#include "core/runs/memory_plan.hpp"
#include "gis_io/products/also_files.hpp"
#include "gis_io/products/onemap_compute.hpp"
#include "gis_io/products/onemap_files.hpp"
#include "gis_io/products/onemap_layers.hpp"
#include "gis_io/products/onemap_register.hpp"
#include "gis_io/products/onemap_sectors.hpp"
#include "gis_io/products/onemap_words.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/products/page_file.hpp"
#include "gis_io/products/project_hazards.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"
#include "gis_io/write/results/map_rasters.hpp"

namespace sise {
namespace {

std::vector<std::string> groups_of(const OpenProject& project) {
  std::vector<std::string> groups;
  if (project.config.reg) groups = {"hidden_dangers", "official_grades"};
  groups.insert(groups.end(), {"major_hazards", "sectors"});
  if (!project.study.targets.empty()) groups.emplace_back("targets");
  if (!project.config.areas.empty()) groups.emplace_back("areas");
  if (project.config.hazards) groups.emplace_back("natural_hazards");
  groups.emplace_back("risk_zones");
  return groups;
}

std::vector<std::string> files_of(const OpenProject& project, const RunOptions& options) {
  return onemap_files(groups_of(project), sector_pack("county-eight"), options);
}

/// Of the zones, and of what lies over them on the page and its sheets.
struct OneMapColours {
  explicit OneMapColours(const ProjectConfig& config)
      : zones(config.scheme),
        hazards(class_scheme(config.colour_blind ? "major-hazard-colour-blind" : "major-hazard")),
        grades(class_scheme(config.colour_blind ? "four-colours-colour-blind" : "four-colours")) {}

  ClassScheme zones;
  ClassScheme hazards;
  ClassScheme grades;

  [[nodiscard]] std::vector<ClassScheme> all() const { return {zones, hazards, grades}; }
};

RunPlan onemap_plan(const OpenProject& project, const MemoryPlan& memory, const RunOptions& options) {
  RunPlan plan;
  plan.cells = project.study.grid.cells();
  plan.tiles = static_cast<std::int64_t>(tiles(project.study.grid).size());
  plan.files = with_manifest(files_of(project, options));
  plan.peak_memory_bytes = memory.peak_bytes;
  plan.config_json = project.provenance.config_json;
  return plan;
}

/// Areas by their edges and major hazards: what the preview shows over the zones.
std::vector<VectorLayer> glance_of(const OneMap& map) {
  std::vector<VectorLayer> layers;
  for (const OneMapGroup& group : map.groups) {
    if (group.id != "major_hazards" && group.id != "areas") continue;
    for (const VectorLayer& layer : group.layers) layers.push_back(group.id == "areas" ? by_edges(layer) : layer);
  }
  return layers;
}

void make_onemap(const OneMapInputs& in, LoadedRegister* reg, RunReport& report) {
  const OpenProject& project = in.project;
  const OneMapColours colours(project.config);
  const ClassScheme& scheme = colours.zones;
  const MajorHazardPack pack = major_hazard_pack("gb18218-2018");
  const SectorPack sectors = sector_pack("county-eight");
  const FourColourMap map(in.assessment);
  OutputSet outputs(in.options.output, files_of(project, in.options), in.options.overwrite);
  const Computed done = compute(in, map, pack, report);
  const std::vector<SectorEnterprise> enterprises =
      sector_enterprises(project.study, done.colours, hazard_levels(done.hazards), sectors);
  OneMap made;
  made.stamp = {MapState::current, project.config.date ? to_string(*project.config.date) : "",
                project.config.rule_pack_name, coverage_of(in.assessment)};
  made.ground = &done.thumbnail;
  made.ground_scheme = &scheme;
  MapPage page = page_of(project, in.context, {"one map", "一张图"});
  page.ground.emplace(PageGround{done.page_codes, scheme});
  page.shares = page_shares(done.totals, scheme);
  made.page = &page;
  made.groups.push_back(hazards_group(done, pack, colours.hazards, made.stamp));
  made.groups.push_back(
      sectors_group(enterprises, sectors, done.areas, district_of(project.study), scheme, made.stamp));
  if (!project.study.targets.empty())
    made.groups.push_back(targets_group(project.study, class_scheme("target-class"), made.stamp));
  if (!done.areas.empty()) made.groups.push_back(areas_group(done.areas, scheme, made.stamp));
  made.groups.push_back(risk_group(done, scheme, made.stamp));
  std::optional<RatedRegister> rated;
  if (reg != nullptr) {
    rated.emplace(reg->reg, reg->sources, project.config.colour_blind, in.options.progress);
    add_register(rated->view(), sectors, district_of(project.study), made, report);
  } else {
    const OneMapGroup& tables = sectors_of(made);
    made.pictures = sector_pictures({table_named(tables, "sector_enterprises"), table_named(tables, "sector_areas"),
                                     "sector", in.sets.empty() ? "" : in.sets.front().name},
                                    sectors);
  }
  add_natural_hazards(project.config, in.hazards, in.sets, made);
  made.glance = glance_of(made);
  made.not_in_it = not_in_it(project);
  made.summary = summary_of(project, made, done, enterprises);
  note_unknown_sectors(enterprises, sectors, report);
  SheetWords words = sheet_words(project);
  words.colours = colours.all();
  write_onemap(outputs,
               {project.study.title,
                project.study.grid,
                project.study.area,
                {"study area", "评价范围"},
                project.provenance_text(),
                in.options.also,
                in.options.sheets,
                words},
               made, in.options.progress);
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

/// The register on the project's own ground: nothing is read twice. The project must outlive it.
std::optional<LoadedRegister> register_of(const OpenProject& project, const std::vector<BoundarySet>& sets) {
  if (!project.config.reg) return std::nullopt;
  const std::optional<Population>& people = project.study.population;
  std::shared_ptr<const Population> borrowed;
  if (people) borrowed = std::shared_ptr<const Population>(std::shared_ptr<void>(), &*people);
  return load_register(project.config, *project.projection,
                       {project.study.grid, project.study.area, sets, std::move(borrowed)});
}

/// Of the map and, beside it, the register's rows and what is written of them besides.
MemoryPlan memory_of(const RunOptions& options, const OpenProject& project, const Assessment& assessment,
                     const LoadedRegister* reg) {
  ReceiverDemand demand = MapRasters::demand();
  if (reg != nullptr) {
    demand.picture_bytes +=
        register_memory_bytes(reg->reg) + also_bytes(options.also, static_cast<std::int64_t>(reg->reg.points.size()));
  }
  const std::int64_t pixels = std::min(project.study.grid.cells(), kPageMapPixels * kPageMapPixels);
  demand.picture_bytes += sheet_bytes(options.sheets, pixels);
  const std::size_t patches = project.study.population ? project.study.population->patches.size() : 0;
  return plan_memory(project.study.grid, demand_of(assessment.risk), demand, patches,
                     Budget{options.max_memory_bytes, options.max_cells});
}

}  // namespace

RunReport run_onemap(const RunOptions& options) {
  ProjectConfig config = parse_project(options.input, options.overrides);
  if (config.reg && config.units.source_text.empty()) return run_onemap_of_register(options, std::move(config));
  OpenProject project = open_project(options, std::move(config), "onemap");
  require_sheets(options.sheets, OneMapColours(project.config).all());
  RunReport report;
  const std::vector<BoundarySet> sets = read_area_sets(project);
  std::optional<LoadedRegister> reg = register_of(project, sets);
  if (reg) add_inputs(record_inputs(options.input, register_files(project.config)), project.provenance.inputs);
  refuse_inputs_as_outputs(options.output, with_manifest(files_of(project, options)), project.provenance.inputs);
  Assessment assessment(project.study, *project.substances, *project.projection);
  const MemoryPlan memory = memory_of(options, project, assessment, reg ? &*reg : nullptr);
  assessment.risk.set_budget(memory.risk);
  report.plan = onemap_plan(project, memory, options);
  report.notes = project.study.notes;
  if (reg) add_notes(reg->notes, report.notes);
  const Context context =
      open_context(project.config.context, project.config.grid, project.study.grid.bounds(), report.notes);
  const std::vector<NaturalHazard> hazards =
      natural_hazards_of(project.config, *project.projection, project.study.grid);
  if (!options.dry_run)
    make_onemap({options, project, assessment, memory, sets, context, hazards}, reg ? &*reg : nullptr, report);
  return report;
}

}  // namespace sise
