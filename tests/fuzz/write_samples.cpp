// Writes every parser's sound samples as the first inputs of its fuzz target: write_samples FOLDER.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/parsers.hpp"

int main(int count, char** arguments) try {
  if (count != 2) return 2;
  for (const sise::testing::Parser& parser : sise::testing::parsers()) {
    const std::filesystem::path folder = std::filesystem::path(arguments[1]) / parser.name;
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < parser.samples.size(); ++i) {
      std::ofstream(folder / ("sample" + std::to_string(i)), std::ios::binary) << parser.samples[i];
    }
  }
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
