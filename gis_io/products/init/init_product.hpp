// sise init: a first project file from layers as they are, every guess with its reason.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/base/text.hpp"

namespace sise {

struct FirstProject {
  std::string toml;               ///< the file; comments in English and Chinese
  std::vector<Diagnostic> notes;  ///< layers that could not be read, shifted outlines
  std::size_t open = 0;           ///< lines that wait for somebody who knows
  std::size_t written = 0;        ///< guesses that stand
};

/// Paths in the file are relative to `folder`, which need not exist. A layer that cannot be read is told and left out;
/// InputError where none can.
[[nodiscard]] FirstProject first_project(const std::filesystem::path& folder, const std::vector<std::string>& layers);

/// Writes folder/project.toml; OutputError where it is there already.
void write_first_project(const std::filesystem::path& folder, const FirstProject& project);

}  // namespace sise
