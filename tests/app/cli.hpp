// Runs the built program as a person would, and keeps what came out.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sise::test {

struct CliRun {
  int exit_code = -1;  ///< 128 + signal when a signal ended it
  std::string out;
  std::string err;
};

struct CliOptions {
  std::map<std::string, std::string>
      environment;               ///< added to a bare one: PATH, HOME, LC_ALL=C.UTF-8 and what sanitizers read
  std::filesystem::path folder;  ///< working folder; empty: the present one
  std::string input;             ///< what stands on stdin
  std::string output_device;     ///< stdout goes to this file instead of into `out`: "/dev/full"
  long file_size_limit = -1;     ///< RLIMIT_FSIZE in bytes; negative: none
  bool forbid_network = false;   ///< an internet socket ends the program with SIGSYS
  long interrupt_after_ms = -1;  ///< SIGINT after so long; negative: never
};

/// Runs `sise` with the arguments and waits for it.
[[nodiscard]] CliRun run_sise(const std::vector<std::string>& arguments, const CliOptions& options = {});

/// A folder that exists as long as the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file below the folder and returns its path.
  [[nodiscard]] std::string write(const std::string& name, const std::string& content) const;
  /// The content of a file below the folder.
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

}  // namespace sise::test
