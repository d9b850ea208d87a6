#include "app/command_line.hpp"

#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <utility>

#include "app/exit_code.hpp"
#include "app/interrupt.hpp"
#include "app/parse_error.hpp"
#include "app/program.hpp"
#include "app/standard_output.hpp"
#include "core/grid/parallel.hpp"

namespace sise::app {
namespace {

/// Help and version go to stdout and are no errors; nullopt: the arguments are fine.
std::optional<int> parse(Program& program, std::vector<std::string> arguments) {
  try {
    program.parse(std::move(arguments));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    write_standard_output(program.app().help());
  } catch (const CLI::CallForVersion& call) {
    write_standard_output(std::string(call.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    throw_as_config_error(error, program.app());
  }
  return kDone;
}

int run(Program& program, const CommonOptions& options, const Log& log) {
  if (options.threads > 0) set_threads(options.threads);
  ProgressMeter progress(options.progress, options.quiet, options.language);
  return program.chosen().run({options, log, progress});
}

/// A loop of links, a name too long, a folder without permission: the system's own words and the place.
InputError file_error(const std::filesystem::filesystem_error& error) {
  const std::string cause = error.code().message();
  Location where;
  where.file = error.path1().string();
  return {"unreadable",
          {"cannot be reached: " + cause, "无法访问: " + cause},
          where,
          {"Check the path and its links", "请检查路径及其链接"}};
}

int told(const Log& log, const Error& error) {
  log.failure(error);
  const bool interrupted = dynamic_cast<const Interrupted*>(&error) != nullptr;
  return interrupted && received_signal() != 0 ? exit_code_of(Interrupted(received_signal())) : exit_code_of(error);
}

}  // namespace

int run_command_line(std::vector<std::string> arguments) {
  CommonOptions options;
  options.language = early_language(arguments);
  options.log_format = early_log_format(arguments);
  const auto log = [&options] { return Log(options.log_format, options.language, options.quiet); };
  try {
    catch_signals();
    Program program(options);
    if (const std::optional<int> done = parse(program, std::move(arguments))) return *done;
    program.refuse_idle_flags();
    return run(program, options, log());
  } catch (const Error& error) {
    return told(log(), error);
  } catch (const std::filesystem::filesystem_error& error) {
    return told(log(), file_error(error));
  } catch (const std::bad_alloc&) {
    return told(log(), BudgetError("out_of_memory", {"the machine has no more memory", "机器内存不足"}, {},
                                   {"Set --max-memory", "请设置 --max-memory"}));
  } catch (const std::exception& error) {
    const std::string what = error.what();
    return told(log(), Error("internal_error", {"internal error: " + what, "内部错误: " + what}));
  }
}

}  // namespace sise::app
