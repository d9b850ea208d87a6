#include <fmt/format.h>

#include "app/help/completion.hpp"

namespace sise::app {
namespace {

std::string all_flags(const std::vector<OptionOutline>& options) {
  std::string words;
  for (const OptionOutline& option : options) {
    for (const std::string& flag : option.flags) words += (words.empty() ? "" : " ") + flag;
  }
  return words;
}

/// What completes a value: a call of compgen, or nothing.
std::string values_of(const OptionOutline& option) {
  switch (option.takes) {
    case Takes::choice:
      return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", fmt::join(option.choices, " "));
    case Takes::file:
      return "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))";
    case Takes::folder:
      return "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$cur\"))";
    case Takes::word:
    case Takes::nothing:
      break;
  }
  return "COMPREPLY=()";
}

std::string value_cases(const std::vector<OptionOutline>& options) {
  std::string text;
  for (const OptionOutline& option : options) {
    if (option.flags.empty() || option.takes == Takes::nothing) continue;
    text += fmt::format("        {}) {}; return ;;\n", fmt::join(option.flags, "|"), values_of(option));
  }
  return text;
}

std::string argument(const std::vector<OptionOutline>& options) {
  for (const OptionOutline& option : options) {
    if (option.flags.empty()) return values_of(option);
  }
  return "COMPREPLY=()";
}

std::string command_case(const CommandOutline& command) {
  return fmt::format(
      "    {})\n      case \"$prev\" in\n{}      esac\n      if [[ $cur == -* ]]; then\n        COMPREPLY=($(compgen "
      "-W "
      "'{}' -- \"$cur\"))\n      else\n        {}\n      fi ;;\n",
      command.name, value_cases(command.options), all_flags(command.options), argument(command.options));
}

}  // namespace

std::string bash_completion(const ProgramOutline& program) {
  std::string names;
  std::string cases;
  for (const CommandOutline& command : program.commands) {
    names += (names.empty() ? "" : " ") + command.name;
    cases += command_case(command);
  }
  return fmt::format(
      "# bash completion for sise; written by `sise help --completion bash`\n"
      "_sise() {{\n"
      "  local cur=\"${{COMP_WORDS[COMP_CWORD]}}\" prev=\"${{COMP_WORDS[COMP_CWORD-1]}}\" command=\"\" word\n"
      "  COMPREPLY=()\n"
      "  for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
      "    case \" {0} \" in *\" $word \"*) command=$word; break ;; esac\n"
      "  done\n"
      "  case \"$command\" in\n"
      "    '') COMPREPLY=($(compgen -W '{0} {1}' -- \"$cur\")) ;;\n"
      "{2}"
      "  esac\n"
      "}}\n"
      "complete -F _sise sise\n",
      names, all_flags(program.options), cases);
}

}  // namespace sise::app
