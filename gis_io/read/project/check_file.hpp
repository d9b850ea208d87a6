// Is this input sound? Whatever it is: a project, an incident, cases or proposals.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

enum class FileKind { project, incident, cases, proposals };

[[nodiscard]] std::string_view name_of(FileKind kind);
[[nodiscard]] Text label_of(FileKind kind);

struct FileCheck {
  FileKind kind = FileKind::project;
  std::vector<Diagnostic> diagnostics;
  bool configuration_wrong = false;  ///< exit code 2
  bool input_wrong = false;          ///< exit code 3
};

/// Reads a file, and every layer that it names, as far as they can be read without computing. What it is follows from
/// its keys: units make a project, source and endpoints an incident, a model's name cases; anything that is no
/// configuration is a layer of proposals ("FILE" or "FILE:layer"). Problems do not throw; they are what is asked for.
[[nodiscard]] FileCheck check_file(const std::string& file, const std::vector<std::string>& overrides = {});

}  // namespace sise
