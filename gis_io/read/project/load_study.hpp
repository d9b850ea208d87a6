// Reads every layer that a configuration names: from files to a Study in SI and in the grid's CRS.
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "core/study/study.hpp"
#include "gis_io/read/project/grid_extent.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace sise {

/// Every problem of every layer is told at once: ConfigError when the configuration is wrong, else InputError. What is
/// only worth telling is in Study::notes.
///
/// Units without rows in [scenarios] get scenarios from their records; a command that asks for none leaves them out.
enum class GenerateScenarios { yes, no };
[[nodiscard]] Study load_study(const ProjectConfig& config, GenerateScenarios scenarios = GenerateScenarios::yes);

/// For the units that the study's own rows do not name. Throws InputError for units of a kind that nobody knows.
[[nodiscard]] Generation generate_scenarios(const Study& study, const GeneratorData& data);

/// The files that load_study reads, for checksums: layers with their sidecars, tables, rasters, the user's packs; each
/// once, in the order of the project file.
[[nodiscard]] std::vector<std::filesystem::path> input_files(const ProjectConfig& config);

/// What an incident's map counts and lists.
struct IncidentLayers {
  std::vector<Target> targets;
  std::optional<Population> population;
  std::vector<Diagnostic> notes;
};

/// The grid of an incident whose file gives bounds or an area; nullopt: it follows from the reach of the lowest level.
[[nodiscard]] std::optional<GridExtent> incident_grid(const IncidentConfig& config, std::vector<Diagnostic>& notes);

/// Reads targets and people once the grid is known. Errors as load_study.
[[nodiscard]] IncidentLayers load_incident_layers(const IncidentConfig& config, const GridSpec& grid);

[[nodiscard]] std::vector<std::filesystem::path> input_files(const IncidentConfig& config);

}  // namespace sise
