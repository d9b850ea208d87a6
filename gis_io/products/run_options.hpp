// What a command asks of a run, and what a run tells back.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/grid/progress.hpp"
#include "gis_io/products/also_formats.hpp"
#include "gis_io/write/provenance/provenance.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "models/base/error.hpp"

namespace sise {

struct RunOptions {
  std::filesystem::path input;         ///< project or incident file
  std::vector<std::string> overrides;  ///< key=value
  std::filesystem::path output;        ///< folder
  AlsoFormats also{};                  ///< written besides the run's own files
  std::vector<SheetFormat> sheets{};   ///< maps on paper
  bool overwrite = false;
  bool dry_run = false;  ///< nothing is computed or written; the report holds the plan
  int threads = 1;
  std::optional<std::int64_t> max_memory_bytes;
  std::optional<std::int64_t> max_cells;
  Progress* progress = nullptr;
};

/// What a run needs, told truthfully before it starts.
struct RunPlan {
  std::int64_t cells = 0;
  std::int64_t tiles = 0;
  std::vector<std::string> files;  ///< names in the output folder, manifest included
  std::int64_t peak_memory_bytes = 0;
  std::string config_json;  ///< the resolved configuration
};

struct RunReport {
  RunPlan plan;
  RunStatus status = RunStatus::complete;
  std::vector<Diagnostic> notes;  ///< of reading and computing
  std::vector<SkippedItem> skipped;
  PropertyObject summary;      ///< as in summary.json, where the product writes one
  std::vector<Text> headline;  ///< what a person wants to know first
};

}  // namespace sise
