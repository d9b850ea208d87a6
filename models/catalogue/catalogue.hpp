// The list of all models. A new one is one file with a descriptor and its functions, and one line in the list.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "models/catalogue/model.hpp"

namespace sise {

/// Every model, in the order in which people should meet them.
[[nodiscard]] const std::vector<Model>& model_catalogue();

/// nullptr: there is no such model.
[[nodiscard]] const Model* find_model(std::string_view id);

[[nodiscard]] std::vector<std::string> model_ids();

}  // namespace sise
