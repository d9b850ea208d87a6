// How natural hazards are put into classes, as data.
#pragma once
#include <filesystem>
#include <string>

#include "core/rating/natural_hazard.hpp"

namespace sise {

/// "census". Throws ConfigError.
[[nodiscard]] NaturalHazardRules natural_hazard_rules(const std::string& name,
                                                      const std::filesystem::path& folder = {});

}  // namespace sise
