#include "app/program.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/commands.hpp"
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

}  // namespace

std::vector<std::string> idle_flags(const std::string& command) {
  for (const std::string_view told : {"models", "substances", "rules", "schema", "help"}) {
    if (command == told) return {"--overwrite", "--dry-run", "--set", "--max-memory", "--max-cells"};
  }
  if (command == "validate") return {"--overwrite", "--dry-run", "--max-memory", "--max-cells"};
  if (command == "init") return {"--overwrite", "--set", "--max-memory", "--max-cells"};
  if (command == "rose") return {"--max-memory", "--max-cells"};
  if (command == "eval") return {"--max-memory"};
  return {};
}

Program::Program(CommonOptions& options) : options_(options), commands_(all_commands()) {
  app_.name("sise");
  app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app_.description(text("Sise: risk maps, safety distances, land-use review and threat zones for a district",
                        "四色: 区域风险图, 安全距离, 用地审查与应急威胁区"));
  if (options_.language == Language::zh) translate_labels(app_);
  add_flags(app_);
  app_.require_subcommand(1);
  for (const std::unique_ptr<Command>& command : commands_) add(*command);
}

void Program::parse(std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  app_.parse(std::move(arguments));
}

Command& Program::chosen() const {
  const std::string name = app_.get_subcommands().front()->get_name();
  return **std::find_if(commands_.begin(), commands_.end(),
                        [&](const auto& command) { return command->name() == name; });
}

void Program::refuse_idle_flags() const {
  const CLI::App* sub = app_.get_subcommands().front();
  for (const std::string& flag : idle_flags(sub->get_name())) {
    if (app_.count(flag) + sub->count(flag) == 0) continue;
    throw ConfigError("idle_flag",
                      {"'" + flag + "' does nothing in 'sise " + sub->get_name() + "'",
                       "'" + flag + "' 对 'sise " + sub->get_name() + "' 不起作用"},
                      {.field = flag}, {"Leave it out", "请删去"});
  }
}

std::string Program::text(const char* en, const char* zh) const { return options_.language == Language::zh ? zh : en; }

void Program::add_flags(CLI::App& app) {
  app.set_help_flag("-h,--help", text("print this help", "显示帮助"));
  app.set_version_flag("--version", "sise " + std::string(version()), text("print the version", "显示版本"));
  add_common_flags(app, options_);
}

void Program::add(Command& command) {
  CLI::App* sub = app_.add_subcommand(std::string(command.name()), command.summary().in(options_.language));
  sub->group(text("Commands", "命令"));
  command.add_options(*sub, options_.language);
  add_flags(*sub);
}

}  // namespace sise::app
