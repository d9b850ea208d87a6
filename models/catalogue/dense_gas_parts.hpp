// A case of `dense_gas`: what it may say, and what it means.
#pragma once
#include <string>
#include <vector>

#include "models/catalogue/model.hpp"
#include "models/dispersion/dense_gas.hpp"

namespace sise {

[[nodiscard]] std::vector<ModelParameter> dense_gas_parameters();
[[nodiscard]] std::vector<ModelValidity> dense_gas_validity();

struct DenseCaseSource {
  DenseSource source;
  DenseSubstance substance;
  std::vector<std::string> warnings;
};

/// Throws ModelError for keys that do not fit together, for a property that nobody gave, for what is frozen.
[[nodiscard]] DenseCaseSource dense_source_of(const ModelInput& input);
[[nodiscard]] DenseOptions dense_options_of(const Parameters& p);

}  // namespace sise
