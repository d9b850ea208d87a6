// A small register with what registers get wrong, in a folder of its own.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/app/cli.hpp"

namespace sise::test {

/// Two townships of 2 km x 4 km; four points with LEC factors in a.csv (P1 to P4), two with coded levels in b.csv (Q1, Q2), two
/// enterprises (e.csv) and three hidden dangers (h.csv); one factor, one code and one deadline cannot be used. No units.
class RegisterProject {
 public:
  RegisterProject();

  void write(const std::string& name, const std::string& content) const { (void)folder_.write(name, content); }
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }
  /// Replaces the first occurrence in a file; throws when there is none.
  void replace(const std::string& name, const std::string& from, const std::string& to) const;
  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }

  /// `sise COMMAND project.toml -o out ...`
  [[nodiscard]] CliRun run(const std::string& command, std::vector<std::string> more = {}) const;
  [[nodiscard]] CliRun rate(std::vector<std::string> more = {}) const { return run("rate", std::move(more)); }

  /// A column of a table, by any column's value.
  [[nodiscard]] std::string cell(const std::string& file, const std::string& row, const std::string& column) const;
  [[nodiscard]] nlohmann::json json(const std::string& name) const;

 private:
  TemporaryFolder folder_;
};

}  // namespace sise::test
