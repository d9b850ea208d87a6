#include "gis_io/products/open_register.hpp"

#include <algorithm>
#include <utility>

#include "core/runs/budget.hpp"
#include "gis_io/projection.hpp"

namespace sise {

OpenRegister open_register(const RunOptions& options, const std::string& command) {
  return open_register(options, parse_project(options.input, options.overrides), command);
}

OpenRegister open_register(const RunOptions& options, ProjectConfig config, const std::string& command) {
  OpenRegister open;
  open.config = std::move(config);
  if (!open.config.reg) {
    throw ConfigError("missing_section", {"the project has no [register]", "项目没有 [register] 一节"},
                      {.field = "register"},
                      {"Add [register] with points, enterprises or hidden_dangers",
                       "请增加 [register] 一节, 给出 points、enterprises 或 hidden_dangers"});
  }
  open.projection = open_projection(open.config.grid.crs, open.config.grid.crs_where);
  LoadedRegister loaded = load_register(open.config, *open.projection);
  open.reg = std::move(loaded.reg);
  open.sources = std::move(loaded.sources);
  open.notes = std::move(loaded.notes);
  open.provenance.command = command;
  open.provenance.config_json = resolved_json(open.config);
  std::vector<std::filesystem::path> files{options.input};
  for (std::filesystem::path& file : register_files(open.config)) files.push_back(std::move(file));
  open.provenance.inputs = record_inputs(options.input, files);
  return open;
}

std::int64_t register_rows_bytes(const Register& reg) {
  constexpr std::int64_t kRow_bytes = 1420;
  constexpr std::int64_t kPages_bytes = 1000;  // of a GeoPackage in its writer's cache, per row
  constexpr std::int64_t kMostPages_bytes = 64LL << 20;
  const auto rows = static_cast<std::int64_t>(reg.points.size() + reg.enterprises.size() + reg.dangers.size());
  constexpr std::int64_t kLine_bytes = 250;  // of a reading or a step, with its line in cleaning.csv
  const auto lines = static_cast<std::int64_t>(reg.readings.size() + reg.danger_steps.size());
  return rows * kRow_bytes + lines * kLine_bytes + std::min(rows * kPages_bytes, kMostPages_bytes);
}

void require_within(const RunOptions& options, const Register& reg, std::int64_t peak_bytes) {
  require_within(Budget{options.max_memory_bytes, options.max_cells}, WorkNeed{reg.cells.cells(), peak_bytes},
                 {"the register", "清单"});
}

}  // namespace sise
