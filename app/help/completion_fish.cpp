#include <fmt/format.h>

#include "app/help/completion.hpp"

namespace sise::app {
namespace {

/// Between single quotes.
std::string fish_quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return "'" + out + "'";
}

std::string value_part(const OptionOutline& option) {
  switch (option.takes) {
    case Takes::choice:
      return fmt::format(" -xa '{}'", fmt::join(option.choices, " "));
    case Takes::file:
      return " -rF";
    case Takes::folder:
      return " -xa '(__fish_complete_directories)'";
    case Takes::word:
      return " -x";
    case Takes::nothing:
      break;
  }
  return "";
}

std::string option_line(const std::string& command, const OptionOutline& option) {
  const std::string when = fmt::format("complete -c sise -n '__fish_seen_subcommand_from {}'", command);
  if (option.flags.empty()) return when + value_part(option) + " -d " + fish_quoted(option.name) + "\n";
  std::string names;
  for (const std::string& flag : option.flags) {
    names += flag.starts_with("--") ? " -l " + flag.substr(2) : " -s " + flag.substr(1);
  }
  return when + names + value_part(option) + " -d " + fish_quoted(option.text) + "\n";
}

}  // namespace

std::string fish_completion(const ProgramOutline& program) {
  std::string text = "# fish completion for sise; written by `sise help --completion fish`\ncomplete -c sise -f\n";
  for (const CommandOutline& command : program.commands) {
    text += fmt::format("complete -c sise -n __fish_use_subcommand -a {} -d {}\n", command.name,
                        fish_quoted(command.summary));
  }
  for (const CommandOutline& command : program.commands) {
    for (const OptionOutline& option : command.options) text += option_line(command.name, option);
  }
  return text;
}

}  // namespace sise::app
