// sise help: what does a command take, and the same for man and shells.
#include <algorithm>
#include <filesystem>
#include <string>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/help/completion.hpp"
#include "app/help/help_files.hpp"
#include "app/help/man_page.hpp"
#include "app/program.hpp"
#include "app/standard_output.hpp"
#include "gis_io/read/config/config_reader.hpp"

namespace sise::app {
namespace {

class Help : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "help"; }

  [[nodiscard]] Text summary() const override {
    return {"what does a command take? (also as man page and shell completion)",
            "某个命令怎么用? (也可输出手册页与命令补全)"};
  }

  void add_options(CLI::App& app, Language language) override {
    const bool zh = language == Language::zh;
    app.add_option("COMMAND", command_, zh ? "命令; 不给出则为整个程序" : "a command; without it the whole program");
    auto* const man = app.add_flag("--man", man_, zh ? "输出手册页 (roff)" : "as a manual page (roff)");
    app.add_option("--completion", shell_, zh ? "输出命令补全脚本" : "completion script for a shell")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""))
        ->type_name("bash|zsh|fish")
        ->excludes(man);
    app.add_option("--write", folder_,
                   zh ? "按 share/ 的布局写出全部手册页、补全脚本和 JSON Schema"
                      : "write all manual pages, completions and schemas below a folder laid out like share/")
        ->type_name("DIR");
    app.add_option("--docs", docs_,
                   zh ? "docs/commands 文件夹, 其内容并入手册页" : "the folder docs/commands, to go into manual pages")
        ->type_name("DIR");
  }

  int run(const Session& session) override {
    refuse_what_would_do_nothing();
    const Language language = session.log.language();
    if (!folder_.empty()) {
      write_help_files(folder_, docs_);
      return kDone;
    }
    const ProgramOutline program = program_outline(language);
    const CommandOutline* command = found(program);
    if (!shell_.empty()) {
      write_standard_output(shell_ == "bash"  ? bash_completion(program)
                            : shell_ == "zsh" ? zsh_completion(program)
                                              : fish_completion(program));
    } else if (man_) {
      write_standard_output(command == nullptr ? man_page(program, language)
                                               : man_page(*command, docs_page(docs_, command->name), language));
    } else {
      print_help(language);
    }
    return kDone;
  }

 private:
  /// What was asked for is done, or it is said why not.
  void refuse_what_would_do_nothing() const {
    const bool writes = !folder_.empty();
    const auto refuse = [](const std::string& what, const std::string& beside) {
      throw ConfigError(
          "idle_flag",
          {"'" + what + "' does nothing beside '" + beside + "'", "'" + what + "' 与 '" + beside + "' 同用时不起作用"},
          {.field = what}, {"Leave one of them out", "请删去其一"});
    };
    if (writes && man_) refuse("--man", "--write");
    if (writes && !shell_.empty()) refuse("--completion", "--write");
    if (!command_.empty() && writes) refuse(command_, "--write");
    if (!command_.empty() && !shell_.empty()) refuse(command_, "--completion");
    if (docs_.empty()) return;
    if (!writes && (!man_ || command_.empty()))
      throw ConfigError("idle_flag", {"'--docs' goes into the manual page of a command", "'--docs' 只并入命令的手册页"},
                        {.field = "--docs"},
                        {"Write `sise help COMMAND --man --docs DIR` or use --write",
                         "请写成 sise help 命令 --man --docs DIR, 或与 --write 同用"});
    if (!std::filesystem::is_directory(docs_))
      throw ConfigError("no_such_folder", {"there is no folder '" + docs_ + "'", "文件夹 '" + docs_ + "' 不存在"},
                        {.field = "--docs"}, {"Name the folder docs/commands", "请指定文件夹 docs/commands"});
  }

  [[nodiscard]] const CommandOutline* found(const ProgramOutline& program) const {
    if (command_.empty()) return nullptr;
    std::vector<std::string> names;
    for (const CommandOutline& command : program.commands) {
      if (command.name == command_) return &command;
      names.push_back(command.name);
    }
    throw ConfigError("unknown_command", {"unknown command '" + command_ + "'", "未知命令 '" + command_ + "'"}, {},
                      did_you_mean(command_, names));
  }

  void print_help(Language language) const {
    CommonOptions options;
    options.language = language;
    const Program program(options);
    write_standard_output(command_.empty() ? program.app().help() : program.app().get_subcommand(command_)->help());
  }

  std::string command_;
  std::string shell_;
  std::string folder_;
  std::string docs_;
  bool man_ = false;
};

}  // namespace

std::unique_ptr<Command> help_command() { return std::make_unique<Help>(); }

}  // namespace sise::app
