// `sise review`: may this be built here?
#pragma once
#include <string>

#include "gis_io/products/run_options.hpp"

namespace sise {

/// What is wanted beside the decisions.
struct ReviewWishes {
  bool suggest = false;  ///< what would make it pass
  bool letters = false;  ///< a letter per proposal, Chinese and English
};

/// `proposals`: FILE or FILE:layer. Throws ConfigError, InputError, OutputError, ModelError, BudgetError, Interrupted.
[[nodiscard]] RunReport run_review(const RunOptions& options, const std::string& proposals,
                                   const ReviewWishes& wishes = {});

}  // namespace sise
