#include <fmt/format.h>

#include "app/help/completion.hpp"

namespace sise::app {
namespace {

/// Inside single quotes of a specification of _arguments.
std::string zsh_quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '[' || c == ']' || c == ':' || c == '\\') {
      out += std::string("\\") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string action_of(const OptionOutline& option) {
  switch (option.takes) {
    case Takes::choice:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case Takes::file:
      return "_files";
    case Takes::folder:
      return "_files -/";
    case Takes::word:
    case Takes::nothing:
      break;
  }
  return " ";
}

std::string argument_line(const OptionOutline& option) {
  const std::string value =
      option.takes == Takes::nothing ? "" : fmt::format(":{}:{}", zsh_quoted(option.name), action_of(option));
  std::string text;
  if (option.flags.empty()) return fmt::format("        '*{}' \\\n", value);
  for (const std::string& flag : option.flags) {
    text += fmt::format("        '*{}[{}]{}' \\\n", flag, zsh_quoted(option.text), value);
  }
  return text;
}

}  // namespace

std::string zsh_completion(const ProgramOutline& program) {
  std::string commands;
  std::string cases;
  for (const CommandOutline& command : program.commands) {
    commands += fmt::format("    '{}:{}'\n", command.name, zsh_quoted(command.summary));
    cases += fmt::format("    {})\n      _arguments -s \\\n", command.name);
    for (const OptionOutline& option : command.options) cases += argument_line(option);
    cases += "        && return 0 ;;\n";
  }
  return fmt::format(
      "#compdef sise\n"
      "# zsh completion for sise; written by `sise help --completion zsh`\n"
      "_sise() {{\n"
      "  local -a commands\n"
      "  commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe -t commands command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=${{words[2]}}\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n{}"
      "  esac\n"
      "}}\n"
      "_sise \"$@\"\n",
      commands, cases);
}

}  // namespace sise::app
