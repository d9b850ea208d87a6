#include "app/command_line.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/interrupt.hpp"
#include "app/parse_error.hpp"
#include "app/standard_output.hpp"
#include "core/grid/parallel.hpp"
#include "models/base/version.hpp"

namespace sise::app {
namespace {

/// Words that CLI11 prints by itself.
void translate_labels(CLI::App& app) {
  const auto formatter = app.get_formatter();
  for (const auto& [english, chinese] :
       {std::pair{"Usage", "用法"}, std::pair{"OPTIONS", "选项"}, std::pair{"SUBCOMMAND", "命令"},
        std::pair{"Positionals", "参数"}, std::pair{"REQUIRED", "必需"}}) {
    formatter->label(english, chinese);
  }
  app.option_defaults()->group("选项");
}

/// Common flags that a command has no use for.
std::vector<std::string> idle_flags(const std::string& command) {
  if (command == "models" || command == "substances" || command == "rules") {
    return {"--overwrite", "--dry-run", "--set", "--max-memory", "--max-cells"};
  }
  if (command == "validate") return {"--overwrite", "--dry-run", "--max-memory", "--max-cells"};
  if (command == "rose") return {"--max-memory", "--max-cells"};
  if (command == "eval") return {"--max-memory"};
  return {};
}

/// The program with all its commands, ready to parse.
class Program {
 public:
  explicit Program(CommonOptions& options) : options_(options), commands_(all_commands()) {
    app_.name("sise");
    app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
    app_.description(text("Sise: risk maps, safety distances, land-use review and threat zones for a district",
                          "四色: 区域风险图, 安全距离, 用地审查与应急威胁区"));
    if (options_.language == Language::zh) translate_labels(app_);
    add_flags(app_);
    app_.require_subcommand(1);
    for (const std::unique_ptr<Command>& command : commands_) add(*command);
  }

  /// Throws CLI::ParseError, among them the calls for help and version.
  void parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    app_.parse(std::move(arguments));
  }

  [[nodiscard]] Command& chosen() const {
    const std::string name = app_.get_subcommands().front()->get_name();
    return **std::find_if(commands_.begin(), commands_.end(),
                          [&](const auto& command) { return command->name() == name; });
  }

  [[nodiscard]] const CLI::App& app() const { return app_; }

  /// A flag that does nothing in a command would be taken for one that did.
  void refuse_idle_flags() const {
    const CLI::App* sub = app_.get_subcommands().front();
    for (const std::string& flag : idle_flags(sub->get_name())) {
      if (app_.count(flag) + sub->count(flag) == 0) continue;
      throw ConfigError("idle_flag",
                        {"'" + flag + "' does nothing in 'sise " + sub->get_name() + "'",
                         "'" + flag + "' 对 'sise " + sub->get_name() + "' 不起作用"},
                        {.field = flag}, {"Leave it out", "请删去"});
    }
  }

 private:
  [[nodiscard]] std::string text(const char* en, const char* zh) const {
    return options_.language == Language::zh ? zh : en;
  }

  void add_flags(CLI::App& app) {
    app.set_help_flag("-h,--help", text("print this help", "显示帮助"));
    app.set_version_flag("--version", "sise " + std::string(version()), text("print the version", "显示版本"));
    add_common_flags(app, options_);
  }

  void add(Command& command) {
    CLI::App* sub = app_.add_subcommand(std::string(command.name()), command.summary().in(options_.language));
    sub->group(text("Commands", "命令"));
    command.add_options(*sub, options_.language);
    add_flags(*sub);
  }

  CommonOptions& options_;
  std::vector<std::unique_ptr<Command>> commands_;
  CLI::App app_;
};

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
