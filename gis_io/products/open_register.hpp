// A project's register, read and ready to rate. No units, scenarios or weather are asked for.
#pragma once
#include <memory>
#include <vector>

#include "core/runs/rate.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/read/register/read_register.hpp"

namespace sise {

struct OpenRegister {
  ProjectConfig config;
  std::unique_ptr<Projection> projection;
  Register reg;
  std::vector<RegisterSource> sources;
  std::vector<Diagnostic> notes;
  Provenance provenance;
};

/// Throws ConfigError (no [register] included) and InputError with every problem found. The date of the data is [register] date,
/// else the latest day on which anything was assessed, found or closed, which is noted.
[[nodiscard]] OpenRegister open_register(const RunOptions& options, const std::string& command);

/// The grid of grades.tif: the district's extent in cells of [register] cell_m, else those of the project.
[[nodiscard]] GridSpec register_cells(const ProjectConfig& config, const GridSpec& grid);

}  // namespace sise
