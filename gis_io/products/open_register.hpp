// A project's register, read and ready to rate. No units, scenarios or weather are asked for.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
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
/// The same of a project file that is parsed already.
[[nodiscard]] OpenRegister open_register(const RunOptions& options, ProjectConfig config, const std::string& command);

/// What its rows take while they are read, rated and written: measured on 1,200 to 230,000 points.
[[nodiscard]] std::int64_t register_rows_bytes(const Register& reg);

/// Throws BudgetError where the register's rows and cells take more than the options allow.
void require_within(const RunOptions& options, const Register& reg, std::int64_t peak_bytes);

}  // namespace sise
