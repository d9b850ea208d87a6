// What a command is, and what it is given.
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "app/log.hpp"
#include "app/options.hpp"
#include "app/progress_meter.hpp"
#include "models/base/text.hpp"

namespace sise::app {

/// The common flags and what they set up.
struct Session {
  const CommonOptions& options;
  const Log& log;
  ProgressMeter& progress;
};

/// One command, one file in app/commands. It keeps the values of its own options between add_options() and run().
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  Command(Command&&) = delete;
  Command& operator=(Command&&) = delete;

  [[nodiscard]] virtual std::string_view name() const = 0;
  /// One line for --help.
  [[nodiscard]] virtual Text summary() const = 0;
  virtual void add_options(CLI::App& app, Language language) = 0;
  /// The exit code; errors are thrown.
  virtual int run(const Session& session) = 0;
};

}  // namespace sise::app
