// Manual pages in man(7), from the same list of commands and flags as --help.
#pragma once
#include <string>
#include <string_view>

#include "app/help/outline.hpp"
#include "models/base/text.hpp"

namespace sise::app {

/// sise(1): the commands, the flags that all have, exit codes, what the program reads from the environment.
[[nodiscard]] std::string man_page(const ProgramOutline& program, Language language);

/// sise-COMMAND(1). `page`: the command's page of docs/commands in Markdown, set below the flags; may be empty.
[[nodiscard]] std::string man_page(const CommandOutline& command, std::string_view page, Language language);

/// Text of a manual page: backslashes, leading dots and hyphens of flags are safe.
[[nodiscard]] std::string roff_text(std::string_view text);

/// The body of a Markdown page as it is written in docs/: headings, paragraphs, lists, tables, code.
[[nodiscard]] std::string roff_of_markdown(std::string_view page);

}  // namespace sise::app
