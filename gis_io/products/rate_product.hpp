// sise rate: from a project's register to the official four colours of points, enterprises and areas.
#pragma once
#include <string>
#include <vector>

#include "gis_io/products/run_options.hpp"

namespace sise {

/// What is written on request.
struct RateChoice {
  bool workbooks = false;               ///< enterprises.xlsx, points.xlsx
  bool white_paper = false;             ///< the year's, zh and en, md and docx
  std::vector<std::string> dossiers{};  ///< one sheet for each of these enterprises; "all"
};

/// Throws ConfigError, InputError, OutputError, Interrupted. What a row got wrong leaves the run partial, not failed.
[[nodiscard]] RunReport run_rate(const RunOptions& options, const RateChoice& choice = {});

}  // namespace sise
