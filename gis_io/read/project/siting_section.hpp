// [rules] law, distances, lists: the office's own beside what is built in. Not for use outside gis_io/project.
#pragma once
#include <string>

#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace sise {

/// Adds the files that the keys name to config.siting, and notes them for the checksums. Every problem with its line in the file.
void read_siting_keys(ConfigReader& reader, ProjectConfig& config);

/// Whether the office may confirm it: "law.yangtze.26", "design_code.store_a.civil", "list.ID", "gbt39499.distance", "gb32167.ID".
[[nodiscard]] bool names_siting_rule(const SitingRules& rules, const std::string& id);

}  // namespace sise
