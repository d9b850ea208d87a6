#include "app/help/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "app/exit_code.hpp"
#include "models/base/version.hpp"

namespace sise::app {
namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

/// No date: the same version gives the same page.
std::string head(const std::string& name, const std::string& summary, Language language) {
  return fmt::format("'\\\" t\n.TH {} 1 \"\" \"sise {}\" \"{}\"\n.nh\n.ad l\n.SH NAME\n{} \\- {}\n", upper(name),
                     version(), language == Language::zh ? "四色手册" : "Sise manual", name, roff_text(summary));
}

std::string option_item(const OptionOutline& option) {
  return fmt::format(".TP\n.B {}\n{}\n", roff_text(flags_line(option)), roff_text(option.text));
}

std::string section(const char* en, const char* zh, Language language) {
  return fmt::format(".SH {}\n", language == Language::zh ? zh : en);
}

std::string options_part(const std::vector<OptionOutline>& options, bool common) {
  std::string text;
  for (const OptionOutline& option : options) {
    if (option.common == common) text += option_item(option);
  }
  return text;
}

std::string exit_part(Language language) {
  std::string text = section("EXIT STATUS", "退出码", language);
  for (const ExitCode& code : exit_codes()) {
    text += fmt::format(".TP\n.B {}\n{}\n", code.code, roff_text(code.meaning.in(language)));
  }
  return text;
}

std::string synopsis(const CommandOutline& command) {
  std::string text = ".B sise " + command.name + "\n";
  for (const OptionOutline& option : command.options) {
    if (option.common) continue;
    const std::string flag = option.flags.empty() ? option.name : option.flags.front();
    const std::string value = option.flags.empty() || option.name.empty() ? "" : " " + option.name;
    const bool must = option.required;
    text += roff_text(fmt::format(fmt::runtime(must ? "{}{}" : "[{}{}]"), flag, value)) + "\n";
  }
  return text + "[\\-\\-help] ...\n";
}

}  // namespace

std::string roff_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  if (!out.empty() && (out.front() == '.' || out.front() == '\'')) out.insert(0, "\\&");
  return out;
}

std::string man_page(const ProgramOutline& program, Language language) {
  const bool zh = language == Language::zh;
  std::string text = head("sise", program.description, language);
  text += section("SYNOPSIS", "用法", language) + ".B sise\n" + (zh ? "命令" : "COMMAND") + " [OPTIONS]\n";
  text += section("COMMANDS", "命令", language);
  for (const CommandOutline& command : program.commands) {
    text += fmt::format(".TP\n.BR sise\\-{} (1)\n{}\n", roff_text(command.name), roff_text(command.summary));
  }
  text += section("OPTIONS", "选项", language) + options_part(program.options, true) + exit_part(language);
  text += section("ENVIRONMENT", "环境变量", language) + ".TP\n.B LC_ALL, LC_MESSAGES, LANG\n" +
          (zh ? "消息语言" : "language of messages where \\-\\-lang says none") + "\n";
  return text;
}

std::string man_page(const CommandOutline& command, std::string_view page, Language language) {
  std::string text = head("sise-" + command.name, command.summary, language);
  text += section("SYNOPSIS", "用法", language) + synopsis(command);
  const std::string own = options_part(command.options, false);
  if (!own.empty()) text += section("OPTIONS", "选项", language) + own;
  if (!page.empty()) text += section("DESCRIPTION", "说明", language) + roff_of_markdown(page);
  text += section("COMMON OPTIONS", "通用选项", language) + options_part(command.options, true) + exit_part(language);
  return text + section("SEE ALSO", "另见", language) + ".BR sise (1)\n";
}

}  // namespace sise::app
