// Reads the registers that a project names: from the files of many offices to one register, ready to rate.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/runs/rate.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/read/register/read_register.hpp"

namespace sise {

struct LoadedRegister {
  Register reg;
  std::vector<RegisterSource> sources;
  std::vector<Diagnostic> notes;
};

/// The project must have [register]; units, scenarios and weather are not asked for. Throws ConfigError and InputError with every
/// problem of whole files; those of rows are the rows' findings. The date of the data is [register] date, else the latest day on
/// which anything was assessed, found or closed, which is noted.
[[nodiscard]] LoadedRegister load_register(const ProjectConfig& config, const Projection& projection);

/// What a run has read already: the grid, its district and people, the boundary sets.
struct RegisterBase {
  GridSpec grid;
  std::optional<MultiPolygon> district;
  std::vector<BoundarySet> sets;
  std::shared_ptr<const Population> population;
};
/// The same on ground that is known.
[[nodiscard]] LoadedRegister load_register(const ProjectConfig& config, const Projection& projection,
                                           RegisterBase base);

/// The grid of grades.tif: the district's extent in cells of [register] cell_m, else those of the project.
[[nodiscard]] GridSpec register_cells(const ProjectConfig& config, const GridSpec& grid);

/// The files that load_register reads, for checksums.
[[nodiscard]] std::vector<std::filesystem::path> register_files(const ProjectConfig& config);

}  // namespace sise
