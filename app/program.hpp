// The program with all its commands and flags, as CLI11 parses them and as help, man pages and completion tell them.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/command.hpp"

namespace sise::app {

/// Common flags that a command has no use for.
[[nodiscard]] std::vector<std::string> idle_flags(const std::string& command);

class Program {
 public:
  /// `options` must outlive the program; its language is that of the help.
  explicit Program(CommonOptions& options);

  /// Throws CLI::ParseError, among them the calls for help and version.
  void parse(std::vector<std::string> arguments);

  [[nodiscard]] Command& chosen() const;
  [[nodiscard]] const CLI::App& app() const { return app_; }

  /// A flag that does nothing in a command would be taken for one that did.
  void refuse_idle_flags() const;

 private:
  [[nodiscard]] std::string text(const char* en, const char* zh) const;
  void add_flags(CLI::App& app);
  void add(Command& command);

  CommonOptions& options_;
  std::vector<std::unique_ptr<Command>> commands_;
  CLI::App app_;
};

}  // namespace sise::app
