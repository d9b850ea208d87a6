// `sise scenarios`: which accidents follow from the unit records?
#pragma once
#include "gis_io/products/run_options.hpp"

namespace sise {

/// Writes scenarios.csv, trees.json, missing.csv, summary.json, index.html and one page per unit.
[[nodiscard]] RunReport run_scenarios(const RunOptions& options);

}  // namespace sise
