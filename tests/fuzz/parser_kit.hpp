// What parsers under test are made with. Not for use outside fuzz.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/packs/embedded.hpp"
#include "tests/fuzz/parsers.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise::testing {

/// Runs a reader; what it throws as an error of ours joins what it told.
template <class Read>
std::vector<Diagnostic> found_by(Read read) {
  Problems problems;
  try {
    read(problems);
  } catch (const Error& error) {
    for (const Diagnostic& d : error.diagnostics()) problems.add(d);
  }
  return problems.all();
}

inline const TempFolder& fuzz_folder() {
  static const TempFolder kFolder;
  return kFolder;
}

/// A layer whose file holds these bytes.
inline LayerConfig layer_of(std::string_view bytes, const std::string& name, const std::vector<std::string>& names,
                            const std::string& crs = "EPSG:4549") {
  LayerConfig config;
  config.source = fuzz_folder().write(name, std::string(bytes));
  config.source_text = name;
  config.crs = crs;
  config.our_names = names;
  return config;
}

/// A parser of files that end so.
inline Parser parser_of_file(const std::string& name, const std::string& ending,
                             const std::vector<std::string>& samples,
                             std::function<void(const std::filesystem::path&)> read) {
  return {name, samples, [=](std::string_view bytes) {
            return found_by([&](Problems&) { read(fuzz_folder().write("a" + ending, std::string(bytes))); });
          }};
}

inline std::string built_in(const std::string& name) { return std::string(embedded_file(name).value()); }

// The parts of the list that stand in files of their own.
[[nodiscard]] std::vector<Parser> parsers_of_packs();
[[nodiscard]] std::vector<Parser> parsers_of_registers();
[[nodiscard]] std::vector<Parser> parsers_of_proposals();

}  // namespace sise::testing
