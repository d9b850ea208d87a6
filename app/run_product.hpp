// What map, distances, review and zones share: a file in, a folder out.
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "app/command.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise::app {

/// The positional file and -o of a command that writes a folder.
struct ProductArguments {
  std::string input;
  std::string output;
  std::optional<std::string> also;   ///< of commands that have layers
  std::optional<std::string> sheet;  ///< of commands that have a map on paper
};

void add_product_arguments(CLI::App& app, Language language, ProductArguments& arguments, const char* file_en,
                           const char* file_zh);

/// --also, of commands that write layers.
void add_also(CLI::App& app, Language language, ProductArguments& arguments);

/// --sheet, of commands that draw a map on paper.
void add_sheet(CLI::App& app, Language language, ProductArguments& arguments);

[[nodiscard]] RunOptions run_options(const Session& session, const ProductArguments& arguments);

/// Tells the notes and what a person wants to know first; for a dry run prints the plan. Returns the exit code.
[[nodiscard]] int tell_report(const Session& session, const RunReport& report);

}  // namespace sise::app
