// What a project file says, checked and with its defaults filled in; the layers it names are not read yet.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/generate/generate.hpp"
#include "core/criteria/class_scheme.hpp"
#include "core/geometry/geometry.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/config/config_node.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/rasters/population_config.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

/// The rule pack of files that name none.
inline constexpr std::string_view kDefaultRulePack = "gb36894-2018";

/// Which configuration a project or incident came from; messages later on need it.
struct ConfigOrigin {
  std::string name;                              ///< the file as the user named it
  std::filesystem::path folder;                  ///< where relative paths start
  ConfigNode tree;                               ///< with --set applied
  std::vector<std::string> trusted = {};         ///< [trust] drivers
  std::shared_ptr<OutlineLedger> outlines = {};  ///< shared by the layers of one project

  /// Place of a dotted key ("grid.crs"); of the nearest table above it when the file does not have the key.
  [[nodiscard]] Location where(std::string_view dotted_key) const;
};

/// [grid]. A project has bounds or an area; an incident may leave both out.
struct GridConfig {
  std::string crs;
  double cell_m = 0.0;
  std::optional<Bounds> bounds;     ///< in `crs`
  std::optional<LayerConfig> area;  ///< its bounds are the grid's, its polygons bound the statistics
  double margin_m = 0.0;
  Location where;
  Location crs_where;
};

/// One line of [rules] confirmed: somebody of the office compared the rule with the official text.
struct ConfirmedRule {
  std::string id;  ///< as written; may name several ("gb36894.individual_risk")
  std::string by;
  ConfigDate date;
};

struct ProjectConfig {
  ConfigOrigin origin;
  std::string title;
  std::optional<ConfigDate> date;  ///< of the data, for titles of maps
  GridConfig grid;
  Weather ambient;  ///< heights, roughness, temperature, pressure, lid
  std::optional<LayerConfig> wind_rose;
  LayerConfig units;
  std::optional<LayerConfig> boundaries;  ///< of enterprises ([units] boundary)
  std::optional<LayerConfig> contents;    ///< further substances of units ([units] contents)
  std::optional<LayerConfig> scenarios;
  std::optional<LayerConfig> targets;
  LayerConfig proposals;    ///< [proposals]: fields, crs ... of the layer that the command line names
  LayerConfig plan;         ///< [plan]: the same of a land-use plan
  std::string plan_scheme;  ///< [plan] scheme: id or name of a scheme of land-use codes; empty: to be proven
  std::optional<PopulationConfig> population;
  std::optional<RegisterConfig> reg;     ///< [register]; a project with one may do without [units]
  std::vector<BoundarySetConfig> areas;  ///< [areas]
  ModelChoice model;
  GeneratorData generator;  ///< packs of the scenario generator, read
  std::string harm_pack_name = "aqt3046-2013";
  HarmPack harm;
  std::string rule_pack_name{kDefaultRulePack};
  Criteria criteria;  ///< with the rule pack read
  std::vector<ConfirmedRule> confirmed;
  bool colour_blind = false;  ///< [criteria] palette = "colour_blind"
  ClassScheme scheme;         ///< of classes.tif, in the chosen palette and for the chosen facilities
  std::vector<std::filesystem::path> pack_files;  ///< the user's own packs, for checksums
  std::vector<Diagnostic> warnings;
};

/// Reads a project (TOML, or JSON of the same shape) and applies `--set` texts. Every problem is told at once:
/// ConfigError, or InputError when nothing is wrong but files that are not there.
[[nodiscard]] ProjectConfig parse_project(const std::filesystem::path& path,
                                          const std::vector<std::string>& overrides = {});

/// The resolved configuration, every default included, as JSON; paths relative to the project file.
[[nodiscard]] std::string resolved_json(const ProjectConfig& config);

}  // namespace sise
