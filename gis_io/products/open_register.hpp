// A project's register, read and ready to rate. No units, scenarios or weather are asked for.
#pragma once
#include <memory>
#include <vector>

#include "gis_io/products/open_project.hpp"
#include "gis_io/read/project/load_register.hpp"

namespace sise {

struct OpenRegister {
  ProjectConfig config;
  std::unique_ptr<Projection> projection;
  Register reg;
  std::vector<RegisterSource> sources;
  std::vector<Diagnostic> notes;
  Provenance provenance;
};

/// Throws ConfigError (no [register] included) and InputError with every problem found.
[[nodiscard]] OpenRegister open_register(const RunOptions& options, const std::string& command);

}  // namespace sise
