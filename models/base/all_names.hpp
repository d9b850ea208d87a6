// The names of a list of values, as a choice offers them.
#pragma once
#include <string>
#include <vector>

namespace sise {

/// name_of() each value, in their order.
template <class Values>
[[nodiscard]] std::vector<std::string> all_names(const Values& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto& value : values) names.emplace_back(name_of(value));
  return names;
}

}  // namespace sise
