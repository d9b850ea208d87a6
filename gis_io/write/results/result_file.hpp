// The files of one result, each with its writer: a list of them is all that a product writes.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/write/provenance/output_set.hpp"

namespace sise {

/// One format of one result. `Subject` is known before anything is computed and decides which files there will be.
template <class Subject, class Result>
struct ResultFile {
  std::string name;  ///< in the output folder
  void (*write)(const std::filesystem::path& path, const Result& result) = nullptr;
  bool (*wanted)(const Subject& subject) = nullptr;  ///< null: always
};

template <class Subject, class Result>
std::vector<std::string> names_of(const std::vector<ResultFile<Subject, Result>>& files, const Subject& subject) {
  std::vector<std::string> names;
  for (const auto& file : files) {
    if (file.wanted == nullptr || file.wanted(subject)) names.push_back(file.name);
  }
  return names;
}

/// Throws OutputError.
template <class Subject, class Result>
void write_all(const std::vector<ResultFile<Subject, Result>>& files, const Subject& subject, const Result& result,
               const OutputSet& outputs) {
  for (const auto& file : files) {
    if (file.wanted == nullptr || file.wanted(subject)) file.write(outputs.stage(file.name), result);
  }
}

}  // namespace sise
