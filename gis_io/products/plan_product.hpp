// `sise review --plan`: which parcels of this land-use plan may stand?
#pragma once
#include <string>

#include "gis_io/products/run_options.hpp"

namespace sise {

struct PlanRequest {
  std::string plan;         ///< FILE or FILE:layer
  std::string against;      ///< a second variant; empty: none
  bool relocation = false;  ///< rank enterprises by what closing each would free
  bool suggest = false;     ///< what would make each parcel pass
  bool letters = false;     ///< a letter per parcel of the plan, Chinese and English
  std::string scheme;       ///< of the codes; empty: as the project says, else to be proven
};

/// Risk is computed once for both variants. Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_plan_review(const RunOptions& options, const PlanRequest& request);

}  // namespace sise
