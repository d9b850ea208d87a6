#include "gis_io/read/project/check_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "gis_io/projection.hpp"
#include "gis_io/read/cases/eval_case.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/grid_extent.hpp"
#include "gis_io/read/project/load_proposals.hpp"
#include "gis_io/read/project/load_register.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/read/project/reading.hpp"

namespace sise {
namespace {

struct KindNames {
  std::string_view id;
  std::string_view en;
  std::string_view zh;
};

// In the order of FileKind.
constexpr std::array<KindNames, 4> kKinds{{{"project", "a project", "项目文件"},
                                           {"incident", "an incident", "事故文件"},
                                           {"cases", "cases", "算例文件"},
                                           {"proposals", "proposals", "拟建项目图层"}}};

bool is_configuration(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".toml" || ending == ".json";
}

bool has_any(const ConfigNode& tree, const std::vector<std::string_view>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&tree](std::string_view key) { return tree.find(key) != nullptr; });
}

FileKind kind_of(const ConfigNode& tree) {
  const ConfigNode* const model = tree.find("model");
  const bool names_a_model = model != nullptr && model->kind == ConfigNode::Kind::text;
  if (tree.kind == ConfigNode::Kind::array || names_a_model || has_any(tree, {"cases"})) return FileKind::cases;
  const ConfigNode* const type = tree.find("type");
  if (type != nullptr && type->text.starts_with("Feature")) return FileKind::proposals;
  if (has_any(tree, {"units", "register"})) return FileKind::project;
  return has_any(tree, {"source", "endpoints"}) ? FileKind::incident : FileKind::project;
}

void append(std::vector<Diagnostic>& all, const std::vector<Diagnostic>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

std::vector<Diagnostic> check_cases(const ConfigNode& tree, const std::vector<std::string>& overrides) {
  const CaseTables tables{substances(), [](std::string_view id) { return harm_pack(std::string(id)); }};
  std::vector<Diagnostic> all;
  for (const EvalCase& asked : read_cases(tree, overrides, tables)) {
    append(all, asked.problems);
  }
  return all;
}

/// "criteria.rule_pack=own.toml" of the overrides, relative to the current folder; the default where there is none.
std::string rule_pack_named(const std::vector<std::string>& overrides) {
  constexpr std::string_view kKey = "criteria.rule_pack=";
  std::string name(kDefaultRulePack);
  for (const std::string& override : overrides) {
    if (!override.starts_with(kKey)) {
      throw ConfigError("unknown_key",
                        {"proposals have no key '" + override + "'", "拟建项目没有 '" + override + "' 这一项"},
                        {.field = "--set"},
                        {"Only criteria.rule_pack=PACK may be set for them", "只能设置 criteria.rule_pack=规则包"});
    }
    name = override.substr(kKey.size());
  }
  return name;
}

/// Proposals are checked without a project: on a grid that spans the world, in metres, against the classes of a pack.
std::vector<Diagnostic> check_proposals(const std::string& file, const std::vector<std::string>& overrides) {
  Study anywhere;
  anywhere.grid = {.x_min = -2.0e7, .y_max = 2.0e7, .cell_m = 1.0e5, .columns = 400, .rows = 400, .crs = "EPSG:3857"};
  anywhere.criteria.rules = rule_pack(rule_pack_named(overrides));
  const LoadedProposals loaded = load_proposals(proposals_layer(file), anywhere);
  std::vector<Diagnostic> all = loaded.notes;
  for (const Proposal& proposal : loaded.proposals) append(all, proposal.faults);
  return all;
}

/// [context], around the grid where the file says which.
void check_context(const ContextConfig& context, const GridConfig& grid, std::vector<Diagnostic>& all) {
  if (context.layers.empty()) return;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(grid.crs, grid.crs_where);
    const auto extent = grid_extent(grid, crs, problems);
    if (extent) (void)read_context(context, crs, extent->grid.bounds(), problems);
  });
  append(all, reading.finish());
}

std::vector<Diagnostic> check_project(const std::string& file, const std::vector<std::string>& overrides) {
  const ProjectConfig config = parse_project(file, overrides);
  std::vector<Diagnostic> all = config.warnings;
  // A project with a register may do without units.
  if (!config.reg || !config.units.source_text.empty()) append(all, load_study(config).notes);
  if (config.reg) {
    append(all, load_register(config, *open_projection(config.grid.crs, config.grid.crs_where)).notes);
  }
  check_context(config.context, config.grid, all);
  return all;
}

/// Where the file leaves the extent to the reach of the lowest level, the layers are read around the source.
GridSpec grid_to_check(const IncidentConfig& config, std::vector<Diagnostic>& notes) {
  if (const std::optional<GridExtent> extent = incident_grid(config, notes)) return extent->grid;
  constexpr double kHalfWidth = 5000.0;
  const std::unique_ptr<Projection> projection = open_projection(config.grid.crs, config.grid.crs_where);
  const Point at = config.source.point ? *config.source.point : projection->from_lon_lat(config.source.lon_lat.value());
  const Bounds around{at.x - kHalfWidth, at.y - kHalfWidth, at.x + kHalfWidth, at.y + kHalfWidth};
  require_true_scale(config.grid.crs, around, config.grid.crs_where);
  constexpr double kAnyCell = 10.0;
  return grid_covering(around, config.grid.cell_m > 0.0 ? config.grid.cell_m : kAnyCell, 0.0, config.grid.crs);
}

std::vector<Diagnostic> check_incident(const std::string& file, const std::vector<std::string>& overrides) {
  const IncidentConfig config = parse_incident(file, overrides);
  std::vector<Diagnostic> all = config.warnings;
  const GridSpec grid = grid_to_check(config, all);
  append(all, load_incident_layers(config, grid).notes);
  if (config.context.layers.empty()) return all;
  Reading reading;
  reading.run([&](Problems& problems) {
    (void)read_context(config.context, grid_crs(config.grid.crs, config.grid.crs_where), grid.bounds(), problems);
  });
  append(all, reading.finish());
  return all;
}

std::vector<Diagnostic> check_configuration(const std::string& file, const std::vector<std::string>& overrides,
                                            FileKind& kind) {
  const ConfigNode tree = read_config(file, file);
  kind = kind_of(tree);
  switch (kind) {
    case FileKind::project:
      return check_project(file, overrides);
    case FileKind::incident:
      return check_incident(file, overrides);
    case FileKind::cases:
      return check_cases(tree, overrides);
    case FileKind::proposals:
      return check_proposals(file, overrides);
  }
  return {};
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Diagnostic::Severity::error; });
}

}  // namespace

std::string_view name_of(FileKind kind) { return kKinds.at(static_cast<std::size_t>(kind)).id; }

Text label_of(FileKind kind) {
  const KindNames& names = kKinds.at(static_cast<std::size_t>(kind));
  return {std::string(names.en), std::string(names.zh)};
}

FileCheck check_file(const std::string& file, const std::vector<std::string>& overrides) {
  FileCheck check;
  try {
    if (is_configuration(file)) {
      check.diagnostics = check_configuration(file, overrides, check.kind);
    } else {
      check.kind = FileKind::proposals;
      check.diagnostics = check_proposals(file, overrides);
    }
    const bool wrong = has_errors(check.diagnostics);
    check.input_wrong = wrong && check.kind == FileKind::proposals;
    check.configuration_wrong = wrong && !check.input_wrong;
  } catch (const ConfigError& error) {
    check.diagnostics = error.diagnostics();
    check.configuration_wrong = true;
  } catch (const InputError& error) {
    check.diagnostics = error.diagnostics();
    check.input_wrong = true;
  }
  return check;
}

}  // namespace sise
