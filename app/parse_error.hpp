// What is wrong with the command line, in our own words.
#pragma once
#include <CLI/CLI.hpp>

namespace sise::app {

/// Throws ConfigError naming the argument and the nearest right one. `app` is the program after the failed parse.
[[noreturn]] void throw_as_config_error(const CLI::ParseError& error, const CLI::App& app);

}  // namespace sise::app
