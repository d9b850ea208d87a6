#include "app/parse_error.hpp"

#include <string>
#include <vector>

#include "gis_io/read/config/config_reader.hpp"
#include "models/base/error.hpp"

namespace sise::app {
namespace {

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> flag_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

[[noreturn]] void throw_missing_command(const CLI::App& app) {
  const std::vector<std::string> words = app.remaining(true);
  if (words.empty()) {
    throw ConfigError("missing_command", {"no command given", "未给出命令"}, {},
                      {"Commands: " + join_names(command_names(app)), "可用命令: " + join_names(command_names(app))});
  }
  const std::string& word = words.front();
  if (word.front() == '-') {
    throw ConfigError("unknown_flag", {"unknown flag '" + word + "'", "未知选项 '" + word + "'"}, {},
                      did_you_mean(word, flag_names(app)));
  }
  throw ConfigError("unknown_command", {"unknown command '" + word + "'", "未知命令 '" + word + "'"}, {},
                    did_you_mean(word, command_names(app)));
}

[[noreturn]] void throw_unexpected(const CLI::App& app) {
  const CLI::App& command = *app.get_subcommands().front();
  const std::string word = app.remaining(true).front();
  const bool flag = word.front() == '-';
  const std::string name = word.substr(0, word.find('='));
  throw ConfigError(flag ? "unknown_flag" : "unexpected_argument",
                    flag ? Text{"unknown flag '" + name + "' of command '" + command.get_name() + "'",
                                "命令 '" + command.get_name() + "' 没有选项 '" + name + "'"}
                         : Text{"unexpected argument '" + word + "'", "多余的参数 '" + word + "'"},
                    {}, flag ? did_you_mean(name, flag_names(command)) : Text{});
}

}  // namespace

void throw_as_config_error(const CLI::ParseError& error, const CLI::App& app) {
  if (app.get_subcommands().empty()) throw_missing_command(app);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) throw_unexpected(app);
  const std::string what = error.what();
  const std::string suffix = " is required";
  if (what.size() > suffix.size() && what.ends_with(suffix)) {
    const std::string name = what.substr(0, what.size() - suffix.size());
    throw ConfigError("missing_argument", {"'" + name + "' is required", "缺少必需的参数 '" + name + "'"});
  }
  throw ConfigError("bad_argument", {what, "命令行参数有误: " + what});
}

}  // namespace sise::app
