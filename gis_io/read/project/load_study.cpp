#include "gis_io/read/project/load_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/accidents/check_study.hpp"
#include "core/accidents/generate/generate.hpp"
#include "core/criteria/confidence_words.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/read/rasters/read_population.hpp"
#include "gis_io/read/tables/boundaries_table.hpp"
#include "gis_io/read/tables/contents_table.hpp"
#include "gis_io/read/tables/rose_periods.hpp"
#include "gis_io/read/tables/scenarios_table.hpp"
#include "gis_io/read/tables/targets_table.hpp"
#include "gis_io/read/tables/units_table.hpp"
#include "gis_io/read/tables/wind_rose_table.hpp"

namespace sise {
namespace {

/// A problem that names a key of the project stands where that key stands.
void add_at_keys(const ProjectConfig& config, const Problems& found, Problems& problems) {
  for (Diagnostic problem : found.all()) {
    if (problem.where.file.empty() && problem.where.layer.empty())
      problem.where = config.origin.where(problem.where.field);
    problems.add(std::move(problem));
  }
}

/// A rose that is named but could not be read has been told already.
void check_needs(const ProjectConfig& config, Study& study, Problems& problems) {
  const bool unread = config.wind_rose && study.rose.rows.empty();
  if (unread) study.rose.rows.push_back({{}, Stability::D, 1.0, 1.0});
  Problems found;
  check_what_scenarios_need(study, found);
  add_at_keys(config, found, problems);
  if (unread) study.rose.rows.clear();
}

/// A rose that tells day from night says which share of the hours is day, unless the project does.
void take_day_from_rose(const ProjectConfig& config, Study& study) {
  const ConfigNode* section = config.origin.tree.find("population");
  const bool said = section != nullptr && section->find("day_fraction") != nullptr;
  if (said || !config.wind_rose || !study.population) return;
  study.population->day_fraction = day_share_of_rose(*config.wind_rose).value_or(study.population->day_fraction);
}

void read_layers(const ProjectConfig& config, const Crs& crs, Study& study, Reading& reading) {
  const Bounds grid = study.grid.bounds();
  const UnitSurroundings around{crs, grid, substances(), config.ambient.pressure_Pa};
  reading.run([&](Problems& problems) { study.units = read_units(config.units, around, problems); });
  if (config.contents) {
    reading.run(
        [&](Problems& problems) { study.contents = read_contents(*config.contents, around, study.units, problems); });
  }
  if (config.boundaries) {
    reading.run([&](Problems& problems) {
      study.boundaries = read_boundaries(*config.boundaries, crs, grid, study.units, problems);
    });
  }
  // Without units every unit_id would be unknown.
  if (config.scenarios && !study.units.empty()) {
    reading.run([&](Problems& problems) {
      study.scenarios = read_scenarios(*config.scenarios, study.units, substances(), config.harm.toxic_basis, problems);
      check_needs(config, study, problems);
    });
  }
  if (config.targets) {
    reading.run([&](Problems& problems) {
      study.targets = read_targets(*config.targets, crs, grid, study.criteria.rules.occupancy, problems);
    });
  }
  if (config.population) {
    reading.run(
        [&](Problems& problems) { study.population = read_population(*config.population, study.grid, crs, problems); });
    take_day_from_rose(config, study);
  }
}

void add_files(const std::optional<LayerConfig>& layer, std::vector<std::filesystem::path>& files) {
  if (!layer) return;
  for (std::filesystem::path& file : files_of(*layer)) {
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(std::move(file));
  }
}

std::optional<LayerConfig> layer_of(const std::optional<PopulationConfig>& population) {
  return population ? std::optional(population->layer) : std::nullopt;
}

/// A kind that nobody knows is an error where scenarios must be generated from it.
void refuse_unknown_kinds(const Study& study, const Generation& generation) {
  Problems problems;
  for (const UnitTrace& trace : generation.traces) {
    const Unit& unit = study.units[trace.unit];
    if (trace.fate == UnitFate::from_table || unit.kind != UnitKind::unspecified || unit.kind_text.empty()) continue;
    const std::string known = unit_kinds_near(unit.kind_text);
    problems.error("unknown_unit_kind",
                   {"unknown kind of unit '" + unit.kind_text + "': no scenarios can be generated from it",
                    "未知的单元类型 '" + unit.kind_text + "': 无法据此生成情景"},
                   {.layer = "units", .feature = unit.id, .field = "kind"},
                   {"Give it a known kind (" + known + "), or rows of its own in [scenarios]",
                    "请改用已知类型 (" + known + "), 或在 [scenarios] 中给出该单元的情景"});
  }
  problems.throw_if_errors<InputError>();
}

/// A detail that changes nothing is no mistake, but whoever filled it in must know.
void tell_unused(const Generation& generation, Study& study) {
  std::map<std::string, std::vector<std::string>> units;  // by what is told
  std::map<std::string, Text> texts;
  for (const UnitTrace& trace : generation.traces) {
    for (const GeneratorRemark& remark : trace.remarks) {
      if (remark.code != "detail_not_used") continue;
      units[remark.text.en].push_back(trace.unit_id);
      texts[remark.text.en] = remark.text;
    }
  }
  for (const auto& [what, ids] : units) {
    Diagnostic note;
    note.severity = Diagnostic::Severity::note;
    note.code = "detail_not_used";
    const std::string more = ids.size() > 1 ? fmt::format(" ({} more)", ids.size() - 1) : "";
    const std::string more_zh = ids.size() > 1 ? fmt::format(" (另有 {} 个)", ids.size() - 1) : "";
    note.message = {fmt::format("unit '{}'{}: {}", ids.front(), more, what),
                    fmt::format("单元 '{}'{}: {}", ids.front(), more_zh, texts[what].zh)};
    study.notes.push_back(std::move(note));
  }
}

/// Scenarios for the units that the project's own table does not name.
void add_generated(const ProjectConfig& config, Study& study) {
  const Generation generation = generate_scenarios(study, config.generator);
  take_over(study, generation);
  tell_unused(generation, study);
  const auto made = std::count_if(generation.traces.begin(), generation.traces.end(),
                                  [](const UnitTrace& trace) { return trace.fate == UnitFate::generated; });
  if (made == 0) return;
  Diagnostic note;
  note.severity = Diagnostic::Severity::note;
  note.code = "scenarios_generated";
  const std::string& pack = config.generator.packs.chain.front().id;
  const Text mark = words_of(generation.confidence());
  note.message = {
      fmt::format(
          "{} scenarios of {} units were generated from their records (frequencies: {}; the weakest mark of what "
          "they rest on: {})",
          generation.scenarios.size(), made, pack, mark.en),
      fmt::format("由单元记录生成了 {} 个单元的 {} 条情景 (频率: {}; 所依据数值的最低可信度: {})", made,
                  generation.scenarios.size(), pack, mark.zh)};
  note.remedy = {"`sise scenarios` shows where each comes from", "用 sise scenarios 查看每条情景的来历"};
  study.notes.push_back(std::move(note));
}

}  // namespace

Generation generate_scenarios(const Study& study, const GeneratorData& data) {
  Generation generation = generate(study, substances(), data);
  refuse_unknown_kinds(study, generation);
  return generation;
}

Study load_study(const ProjectConfig& config, GenerateScenarios scenarios) {
  if (config.units.source_text.empty()) {
    throw ConfigError("missing_key", {"missing key 'units'", "缺少键 'units'"}, config.origin.where(""),
                      {"Only `sise rate` and, with a [register], `sise onemap` do without hazardous units",
                       "仅 sise rate 以及给出 [register] 的 sise onemap 可以不给出危险单元"});
  }
  Study study;
  study.title = config.title;
  study.margin_m = config.grid.margin_m;
  study.ambient = config.ambient;
  study.model = config.model;
  study.harm = config.harm;
  study.criteria = config.criteria;
  Reading reading;
  if (config.wind_rose) {
    reading.run([&](Problems& problems) { study.rose = read_wind_rose(*config.wind_rose, problems); });
  }
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(config.grid.crs, config.grid.crs_where);
    auto extent = grid_extent(config.grid, crs, problems);
    if (!extent) return;  // why is among the problems: parse_project demands bounds or an area
    study.grid = extent->grid;
    study.area = std::move(extent->area);
    read_layers(config, crs, study, reading);
  });
  study.notes = reading.finish();
  if (scenarios == GenerateScenarios::yes) add_generated(config, study);
  Problems found;
  check_study(study, substances(), found);
  Problems placed;
  add_at_keys(config, found, placed);
  placed.throw_if_errors<InputError>();
  study.notes.insert(study.notes.begin(), config.warnings.begin(), config.warnings.end());
  return study;
}

std::vector<std::filesystem::path> input_files(const ProjectConfig& config) {
  std::vector<std::filesystem::path> files;
  add_files(config.grid.area, files);
  add_files(config.wind_rose, files);
  add_files(config.units, files);
  add_files(config.boundaries, files);
  add_files(config.contents, files);
  add_files(config.scenarios, files);
  add_files(config.targets, files);
  add_files(layer_of(config.population), files);
  for (const BoundarySetConfig& set : config.areas) add_files(set.layer, files);
  if (config.capacity) add_files(config.capacity->parks.layer, files);
  if (config.hazards) {
    for (const NaturalHazardConfig& hazard : config.hazards->hazards) add_files(hazard.layer, files);
  }
  for (const ContextLayerConfig& layer : config.context.layers) add_files(layer.layer, files);
  files.insert(files.end(), config.pack_files.begin(), config.pack_files.end());
  return files;
}

std::optional<GridExtent> incident_grid(const IncidentConfig& config, std::vector<Diagnostic>& notes) {
  std::optional<GridExtent> extent;
  Reading reading;
  reading.run([&](Problems& problems) {
    extent = grid_extent(config.grid, grid_crs(config.grid.crs, config.grid.crs_where), problems);
  });
  const auto remarks = reading.finish();
  notes.insert(notes.end(), remarks.begin(), remarks.end());
  return extent;
}

IncidentLayers load_incident_layers(const IncidentConfig& config, const GridSpec& grid) {
  IncidentLayers layers;
  const Crs crs = grid_crs(config.grid.crs, config.grid.crs_where);
  Reading reading;
  if (config.targets) {
    reading.run([&](Problems& problems) {
      layers.targets = read_targets(*config.targets, crs, grid.bounds(), config.occupancy, problems);
    });
  }
  if (config.population) {
    reading.run(
        [&](Problems& problems) { layers.population = read_population(*config.population, grid, crs, problems); });
  }
  layers.notes = reading.finish();
  return layers;
}

std::vector<std::filesystem::path> input_files(const IncidentConfig& config) {
  std::vector<std::filesystem::path> files;
  add_files(config.grid.area, files);
  add_files(config.targets, files);
  add_files(layer_of(config.population), files);
  for (const ContextLayerConfig& layer : config.context.layers) add_files(layer.layer, files);
  files.insert(files.end(), config.pack_files.begin(), config.pack_files.end());
  return files;
}

}  // namespace sise
