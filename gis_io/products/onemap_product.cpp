#include "gis_io/products/onemap_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/grid/tiles.hpp"
#include "core/rating/map_collector.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/hazards.hpp"
#include "gis_io/products/area_sets.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/onemap_files.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/open_register.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/packs/sector_pack.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/results/hazards_table.hpp"
#include "gis_io/write/results/map_features.hpp"
#include "gis_io/write/results/map_summary.hpp"
#include "gis_io/write/results/register_layers.hpp"
#include "gis_io/write/results/sector_layers.hpp"
#include "gis_io/write/results/warning_notes.hpp"

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

std::vector<double> limits_of(const FourColourMap& map) {
  std::vector<double> levels = map.risk_bounds();
  std::sort(levels.begin(), levels.end());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  return levels;
}

MultiPolygon district_of(const Study& study) {
  if (study.area) return *study.area;
  const Bounds b = study.grid.bounds();
  return {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}};
}

/// All that the map is made of, computed once.
struct Computed {
  MapTotals totals;
  ClassThumbnail thumbnail;
  std::vector<PlaceRating> ratings;  ///< of the units
  std::vector<Feature> units;
  HazardsResult hazards;
  std::vector<ColourCode> colours;  ///< of the units
  std::vector<AreaSetSums> areas;
};

/// What a run starts from.
struct OneMapInputs {
  const RunOptions& options;
  const OpenProject& project;
  const Assessment& assessment;
  const MemoryPlan& memory;
  const std::vector<BoundarySet>& sets;
};

Computed compute(const OneMapInputs& in, const FourColourMap& map, const MajorHazardPack& pack, RunReport& report) {
  const OpenProject& project = in.project;
  const MemoryPlan& memory = in.memory;
  Progress* progress = in.options.progress;
  const GridSpec& grid = project.study.grid;
  AreaSetStatistics areas(project.study, in.sets);
  MapCollector collector(project.study, limits_of(map));
  Computed done{{}, ClassThumbnail(grid, project.config.scheme, kPreviewMapPixels), {}, {}, {}, {}, {}};
  for (std::int64_t row = 0; row < grid.rows; row += memory.rows_per_band) {
    const MapBand band = map.band(row, std::min(grid.rows, row + memory.rows_per_band), progress);
    collector.add(band);
    areas.add(band);
    for (std::int64_t i = 0; i < band.code.rows(); ++i) done.thumbnail.add_row(band.code.row(i));
  }
  done.totals = collector.finish();
  done.ratings = unit_ratings(project.study, map, progress);
  done.units = unit_features(in.assessment, done.ratings, progress);
  for (const PlaceRating& rating : done.ratings) done.colours.push_back(rating.colour.code);
  done.areas = areas.finish(done.colours, report);
  done.hazards = assess_hazards(project.study, *project.substances, pack, progress);
  return done;
}

std::map<std::string, int> hazard_levels(const HazardsResult& hazards) {
  std::map<std::string, int> levels;
  for (const HazardUnit& unit : hazards.units) {
    if (!unit.hazard.major.value_or(false) || !unit.hazard.level) continue;
    const int level = *unit.hazard.level;
    const auto [it, fresh] = levels.try_emplace(unit.enterprise, level);
    if (!fresh) it->second = std::min(it->second, level);
  }
  return levels;
}

Text coverage_of(const Assessment& assessment) {
  const auto computed = std::count_if(assessment.statuses.begin(), assessment.statuses.end(),
                                      [](const UnitStatus& status) { return status.computed; });
  return {fmt::format("{} of {} units computed", computed, assessment.statuses.size()),
          fmt::format("共 {} 个危险单元, 已计算 {} 个", assessment.statuses.size(), computed)};
}

OneMapGroup hazards_group(const Computed& done, const MajorHazardPack& pack, const ClassScheme& scheme,
                          MapStamp stamp) {
  // Design maximum quantities decide, whatever is done about them.
  stamp.state = MapState::inherent;
  stamp.pack = pack.id;
  stamp.coverage = {fmt::format("{} units of identification", done.hazards.units.size()),
                    fmt::format("辨识单元 {} 个", done.hazards.units.size())};
  OneMapGroup group{"major_hazards", {"Major hazards", "重大危险源"}, {}};
  VectorLayer layer;
  layer.name = "major_hazards";
  layer.features = hazard_features(done.hazards, scheme);
  layer.style = category_style(scheme, "code", commonest_shape(layer.features));
  for (StyleEntry& entry : layer.style.entries) entry.drawn = entry.label != scheme.by_id("none")->label;
  layer.name_field = "enterprise";
  add_layer(group, std::move(layer), scheme.title, stamp);
  return group;
}

OneMapGroup targets_group(const Study& study, const ClassScheme& scheme, MapStamp stamp) {
  stamp.pack.clear();
  stamp.coverage = {fmt::format("{} targets", study.targets.size()), fmt::format("共 {} 处", study.targets.size())};
  OneMapGroup group{"targets", {"Protected targets", "防护目标"}, {}, {}, false};
  VectorLayer layer;
  layer.name = "targets";
  layer.features = target_features(study);
  layer.style = category_style(scheme, "code", commonest_shape(layer.features));
  layer.name_field = "name";
  add_layer(group, std::move(layer), scheme.title, stamp);
  return group;
}

OneMapGroup risk_group(const Computed& done, const ClassScheme& scheme, const MapStamp& stamp) {
  OneMapGroup group{"risk_zones", {"Zones of individual risk", "个人风险区划"}, {}};
  VectorLayer units;
  units.name = "units";
  units.features = done.units;
  units.style = category_style(scheme, "level", commonest_shape(done.units));
  units.name_field = "name";
  add_layer(group, std::move(units), {"Hazardous units", "危险单元"}, stamp);
  VectorLayer contours;
  contours.name = "risk_contours";
  contours.features = contour_features(done.totals);
  contours.style = contour_style(scheme, "level_per_year");
  add_layer(group, std::move(contours), {"Contours of individual risk", "个人风险等值线"}, stamp);
  VectorLayer zones;
  zones.name = "risk_zones";
  zones.features = class_features(done.totals, scheme);
  zones.style = class_style(scheme, "code");
  zones.name_field = "label_zh";
  add_layer(group, std::move(zones), scheme.title, stamp,
            {"By design maximum quantities; design-code separation distances are not in the colours.",
             "按设计最大量计算, 颜色不包含设计规范的防火间距."});
  return group;
}

std::vector<Text> not_in_it(const OpenProject& project) {
  const Study& study = project.study;
  std::vector<Text> missing;
  if (!project.config.reg) {
    missing.push_back(
        {"Not in this map: official grades of risk points, enterprises and areas, and hidden dangers (they need a "
         "register: [register]).",
         "本图不含: 风险点、企业、区域的风险等级与隐患 (需要 [register] 清单)."});
  }
  missing.push_back({"Not in this map: natural hazards and live data.", "本图不含: 自然灾害、动态数据."});
  if (project.config.areas.empty()) {
    missing.push_back({"Not in this map: sums by township or other areas (the project names none: [areas]).",
                       "本图不含: 按乡镇等分区的统计 (项目未给出 [areas])."});
  }
  if (study.targets.empty()) {
    missing.push_back(
        {"Not in this map: protected targets (the project names none).", "本图不含: 防护目标 (项目未给出)."});
  }
  return missing;
}

PropertyObject summary_of(const OpenProject& project, const OneMap& map, const Computed& done,
                          const std::vector<SectorEnterprise>& sectors) {
  PropertyObject colours;
  const ClassScheme& scheme = project.config.scheme;
  const auto tell = [&](const std::string& id, int code) {
    const auto found = done.totals.classes.find(code);
    const ClassTotals none;
    const ClassTotals& total = found == done.totals.classes.end() ? none : found->second;
    colours.push_back({id, PropertyObject{{"area_m2", total.area_m2}, {"people", total.people.people}}});
  };
  for (const SchemeClass& c : scheme.classes) tell(c.id, c.code);
  tell("no_answer", ClassScheme::no_answer_code);
  PropertyObject by_sector;
  for (const SectorEnterprise& one : sectors) {
    const std::string id = sector_id(one.sector);
    const auto known =
        std::find_if(by_sector.begin(), by_sector.end(), [&](const Property& p) { return p.name == id; });
    if (known == by_sector.end()) {
      by_sector.push_back({id, std::int64_t{1}});
    } else {
      known->value = std::get<std::int64_t>(known->value.value) + 1;
    }
  }
  return {{"title", project.study.title},
          {"state", std::string("current")},
          {"stamp_zh", stamp_text(map.stamp).zh},
          {"stamp_en", stamp_text(map.stamp).en},
          {"colours", std::move(colours)},
          {"major_hazards", static_cast<std::int64_t>(hazard_levels(done.hazards).size())},
          {"enterprises_by_sector", std::move(by_sector)}};
}

/// Sectors that the records name and no layer has: told, never guessed.
void note_unknown_sectors(const std::vector<SectorEnterprise>& sectors, const SectorPack& pack, RunReport& report) {
  std::vector<std::string> words;
  for (const SectorEnterprise& one : sectors) {
    if (one.basis != SectorBasis::unknown_word) continue;
    if (std::find(words.begin(), words.end(), one.stated) == words.end()) words.push_back(one.stated);
  }
  if (words.empty()) return;
  const Text listed = first_five(words);
  report.notes.push_back({Diagnostic::Severity::warning,
                          "unknown_sector",
                          {.field = "units.sector"},
                          {fmt::format("sectors that are none of the layers of '{}': {}", pack.id, listed.en),
                           fmt::format("以下行业不属于 '{}' 的任何图层: {}", pack.id, listed.zh)},
                          {"They stand in the group of none; write one of the layers' words",
                           "已列入\"未归入行业图层\"; 请改用图层对应的行业名称"}});
}

std::vector<Text> headline_of(const OneMap& map) {
  std::size_t tables = 0;
  for (const OneMapGroup& group : map.groups) tables += group.layers.size();
  std::vector<Text> lines{{fmt::format("{} layers in {} groups; open onemap.qgs in QGIS", tables, map.groups.size()),
                           fmt::format("共 {} 个图层, {} 组; 请用 QGIS 打开 onemap.qgs", tables, map.groups.size())}};
  lines.insert(lines.end(), map.not_in_it.begin(), map.not_in_it.end());
  return lines;
}

/// Rows of the register that are left out: `sise rate` tells each.
void note_left_out(const Register& reg, RunReport& report) {
  const auto is_left_out = [](const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.kind->weight == Weight::left_out; });
  };
  std::int64_t rows = 0;
  for (const RiskPoint& point : reg.points) rows += is_left_out(point.findings) ? 1 : 0;
  for (const EnterpriseRecord& firm : reg.enterprises) rows += firm.registered && is_left_out(firm.findings) ? 1 : 0;
  for (const HiddenDanger& danger : reg.dangers) rows += is_left_out(danger.findings) ? 1 : 0;
  if (rows == 0) return;
  const Text what{fmt::format("{} rows of the register are used in part or not at all", rows),
                  fmt::format("清单中有 {} 行未能全部采用", rows)};
  report.notes.push_back(
      {Diagnostic::Severity::warning,
       "register_rows_left_out",
       {.field = "register"},
       what,
       {"`sise rate` tells each with its remedy (cleaning.csv)", "运行 sise rate, 逐行原因见 cleaning.csv"}});
  report.skipped.push_back({"register", what});
  report.status = RunStatus::partial;
}

/// The register's own groups, before all others.
void add_register(const OneMapInputs& in, OpenRegister& open, const SectorPack& pack, OneMap& made, RunReport& report) {
  const bool colour_blind = in.project.config.colour_blind;
  const RateResult result = rate(open.reg, in.options.progress);
  note_left_out(open.reg, report);
  const ClassScheme scheme = class_scheme(colour_blind ? "four-colours-colour-blind" : "four-colours");
  const RegisterView view{open.reg, result, open.sources, scheme};
  const MapStamp stamp = register_stamp(view);
  OneMapGroup grades = grades_group(view, pack, stamp);
  const auto sectors = std::find_if(made.groups.begin(), made.groups.end(),
                                    [](const OneMapGroup& group) { return group.id == "sectors"; });
  add_register_sectors(*sectors, grades, view, pack, district_of(in.project.study), stamp);
  made.groups.insert(made.groups.begin(), std::move(grades));
  made.groups.insert(made.groups.begin(), dangers_group(view, class_scheme("hidden-danger"), stamp));
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

std::int64_t rows_of(const Register& reg) {
  return static_cast<std::int64_t>(reg.points.size() + reg.enterprises.size() + reg.dangers.size());
}

constexpr std::int64_t kOneMapRow_bytes = 6144;  // of a register's row: read, rated and as a feature

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
    report.plan.peak_memory_bytes += rows_of(reg->reg) * kOneMapRow_bytes;
    add_notes(reg->notes, report.notes);
  }
  const std::vector<BoundarySet> sets = read_area_sets(project);
  if (!options.dry_run) make_onemap({options, project, assessment, memory, sets}, reg ? &*reg : nullptr, report);
  return report;
}

}  // namespace sise
