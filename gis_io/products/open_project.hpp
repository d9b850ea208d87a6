// A project file, read, checked and ready to compute with.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/study/study.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/write/provenance/provenance.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

struct OpenProject {
  ProjectConfig config;
  Study study;
  std::unique_ptr<Projection> projection;
  const SubstanceTable* substances = nullptr;
  Provenance provenance;

  [[nodiscard]] std::string provenance_text() const { return provenance_json(provenance); }
};

/// Checksums of the project file and of the files it named, each once, relative to the project file.
[[nodiscard]] std::vector<InputRecord> record_inputs(const std::filesystem::path& project,
                                                     const std::vector<std::filesystem::path>& files);

/// Reads everything that a command needs. Throws ConfigError, InputError with every problem found.
/// Scenarios are generated for units without rows of their own, unless the command needs none or makes them itself.
[[nodiscard]] OpenProject open_project(const RunOptions& options, const std::string& command,
                                       GenerateScenarios scenarios = GenerateScenarios::yes);
/// The same of a project file that is parsed already.
[[nodiscard]] OpenProject open_project(const RunOptions& options, ProjectConfig config, const std::string& command,
                                       GenerateScenarios scenarios = GenerateScenarios::yes);

}  // namespace sise
