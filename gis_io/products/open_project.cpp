#include "gis_io/products/open_project.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/projection.hpp"
#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/load_study.hpp"

namespace sise {

std::vector<InputRecord> record_inputs(const std::filesystem::path& project,
                                       const std::vector<std::filesystem::path>& files) {
  const std::filesystem::path folder = project.parent_path();
  std::vector<InputRecord> records;
  for (const std::filesystem::path& file : files) {
    InputRecord record = record_input(file, folder);
    if (std::find(records.begin(), records.end(), record) == records.end()) records.push_back(std::move(record));
  }
  return records;
}

OpenProject open_project(const RunOptions& options, const std::string& command, GenerateScenarios scenarios) {
  return open_project(options, parse_project(options.input, options.overrides), command, scenarios);
}

OpenProject open_project(const RunOptions& options, ProjectConfig config, const std::string& command,
                         GenerateScenarios scenarios) {
  OpenProject open;
  open.config = std::move(config);
  open.projection = open_projection(open.config.grid.crs, open.config.grid.crs_where);
  open.substances = &substances();
  open.study = load_study(open.config, scenarios);
  open.provenance.command = command;
  open.provenance.config_json = resolved_json(open.config);
  std::vector<std::filesystem::path> files{options.input};
  for (std::filesystem::path& file : input_files(open.config)) files.push_back(std::move(file));
  open.provenance.inputs = record_inputs(options.input, files);
  return open;
}

}  // namespace sise
