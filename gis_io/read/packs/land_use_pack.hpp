// Land-use codes: built in.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/land_use.hpp"

namespace sise {

/// What a plan's layer may call the columns that we read, beside our own names.
struct PlanColumns {
  std::vector<std::string> code_name;
  std::vector<std::string> id;
};

struct LandUsePack {
  LandUseTable table;
  PlanColumns columns;
};

/// Throws ConfigError with every problem of the data, each with its line.
[[nodiscard]] LandUsePack land_use_pack();

}  // namespace sise
