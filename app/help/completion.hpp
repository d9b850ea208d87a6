// Completion for shells, written out whole: the shell need not run the program to know its commands and flags.
#pragma once
#include <string>

#include "app/help/outline.hpp"

namespace sise::app {

[[nodiscard]] std::string bash_completion(const ProgramOutline& program);
[[nodiscard]] std::string zsh_completion(const ProgramOutline& program);
[[nodiscard]] std::string fish_completion(const ProgramOutline& program);

}  // namespace sise::app
