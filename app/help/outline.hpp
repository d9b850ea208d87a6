// The command line as a list: what help, man pages and completion say comes from the parser's own options.
#pragma once
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise::app {

/// What a value is, for completion.
enum class Takes { nothing, word, choice, file, folder };

struct OptionOutline {
  std::vector<std::string> flags;  ///< "-o", "--output"; empty for a positional argument
  std::string name;                ///< of the value: "DIR", "FILE"; empty for a switch
  std::string text;
  std::vector<std::string> choices;
  Takes takes = Takes::nothing;
  bool required = false;
  bool common = false;  ///< every command has it
};

struct CommandOutline {
  std::string name;
  std::string summary;
  std::vector<OptionOutline> options;  ///< positional arguments first
};

struct ProgramOutline {
  std::string description;
  std::vector<CommandOutline> commands;
  std::vector<OptionOutline> options;
};

/// Flags that do nothing in a command are left out of it.
[[nodiscard]] ProgramOutline program_outline(Language language);

/// "-o, --output DIR".
[[nodiscard]] std::string flags_line(const OptionOutline& option);

}  // namespace sise::app
