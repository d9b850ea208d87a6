// From arguments to an exit code.
#pragma once
#include <string>
#include <vector>

namespace sise::app {

/// Parses the arguments (without the program's name), runs the command and tells every error. Throws nothing.
[[nodiscard]] int run_command_line(std::vector<std::string> arguments);

}  // namespace sise::app
