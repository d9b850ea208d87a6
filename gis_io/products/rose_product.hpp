// `sise rose`: which wind rose follows from a station's record?
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/read/project/rose_config.hpp"
#include "gis_io/write/pictures/rose_picture.hpp"
#include "gis_io/write/provenance/provenance.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/atmosphere/record_coverage.hpp"
#include "models/base/error.hpp"

namespace sise {

struct RoseRequest {
  std::string record;              ///< as the user wrote it
  std::filesystem::path settings;  ///< TOML or JSON; may be empty
  std::vector<std::string> overrides;
};

/// A rose and what is told of it, nothing written yet.
struct RoseProduct {
  RoseConfig config;  ///< with the columns as they were found
  CountedRose rose;
  RecordCoverage coverage;
  StationTally tally;
  StabilityScheme scheme = StabilityScheme::gbt13201;
  std::string csv;
  PropertyObject summary;
  Provenance provenance;
  std::vector<Diagnostic> notes;
  std::vector<Text> headline;
};

/// Throws ConfigError for wrong settings (or a place that the sun needs and nobody gave), InputError for a record that
/// cannot be used, with everything that is wrong in it.
[[nodiscard]] RoseProduct make_rose(const RoseRequest& request);

/// The files that publish_rose() writes: "rose.csv" with "rose.png" and "rose.json" beside it; only the CSV where `output`
/// is a device or a pipe.
[[nodiscard]] std::vector<std::filesystem::path> rose_files(const std::filesystem::path& output);

/// Writes the CSV, its picture, and last the summary with provenance and checksums: all appear, or none. Existing files
/// are replaced only with `overwrite`. Throws OutputError.
void publish_rose(const RoseProduct& product, const std::filesystem::path& output, bool overwrite);

}  // namespace sise
