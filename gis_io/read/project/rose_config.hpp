// What `sise rose` is told about a record: an optional settings file, and --set.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/tables/station_table.hpp"
#include "models/atmosphere/rose_from_record.hpp"
#include "models/atmosphere/station_record.hpp"
#include "models/base/error.hpp"

namespace sise {

struct RoseConfig {
  std::string title;
  LayerConfig record;
  StationTableRules table;
  std::optional<double> latitude_deg;
  std::optional<double> longitude_deg;
  double wind_height_m = 10.0;
  std::optional<double> roughness_m;      ///< for the scheme of Golder
  std::optional<StabilityScheme> scheme;  ///< none: the first that the record has columns for
  RoseOptions rose;
  double least_coverage = 0.9;  ///< a record that covers less of its time is warned of
};

/// `record` as the user wrote it; `settings` may be empty. Throws ConfigError with everything that is wrong in the
/// settings, InputError where a file is not there.
[[nodiscard]] RoseConfig read_rose_config(const std::string& record, const std::filesystem::path& settings,
                                          const std::vector<std::string>& overrides);

/// Every key with its value, one JSON object.
[[nodiscard]] std::string resolved_json(const RoseConfig& config);

}  // namespace sise
