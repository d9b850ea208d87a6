// Where a result comes from: told in every output, without anything that differs between two equal runs.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

struct InputRecord {
  std::string path;  ///< relative to the project file, '/' between folders
  std::string sha256;
  std::filesystem::path file = {};  ///< where it lies on this machine; never written into an output
  bool operator==(const InputRecord&) const = default;
};

struct OutputRecord {
  std::string path;  ///< name within the output folder
  std::string sha256;
  std::uintmax_t bytes = 0;
};

/// Something the run was asked for and could not do.
struct SkippedItem {
  std::string item;
  Text reason;
};

/// No thread count, no output or absolute path, no host, user or time belongs in here.
struct Provenance {
  std::string command;      ///< "map", "zones", ...
  std::string config_json;  ///< the resolved configuration, a JSON object
  std::vector<InputRecord> inputs;
};

enum class RunStatus { complete, partial };

/// The commit this program was built from, 12 hexadecimal digits; "unknown" outside a repository.
[[nodiscard]] std::string_view git_hash();

/// Checksum of an input, named relative to the project file's folder. Throws InputError when unreadable.
[[nodiscard]] InputRecord record_input(const std::filesystem::path& file, const std::filesystem::path& project_folder);

/// One line of JSON: {"program", "version", "git_hash", "command", "config", "inputs"}.
/// Throws std::invalid_argument when config_json is not JSON.
[[nodiscard]] std::string provenance_json(const Provenance& provenance);

/// The content of manifest.json: provenance, status, every output with its checksum, every skipped item.
[[nodiscard]] std::string manifest_json(const Provenance& provenance, RunStatus status,
                                        const std::vector<OutputRecord>& outputs,
                                        const std::vector<SkippedItem>& skipped);

}  // namespace sise
