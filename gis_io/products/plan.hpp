// What the products' dry runs share.
#pragma once
#include <string>
#include <vector>

#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

/// The plan of a product that writes tables and layers only.
[[nodiscard]] RunPlan plan_without_rasters(const OpenProject& project, std::vector<std::string> files);

/// Throws ConfigError when the project names no protected targets.
void require_targets(const Study& study);

}  // namespace sise
