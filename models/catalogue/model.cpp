#include "models/catalogue/model.hpp"

#include <algorithm>
#include <stdexcept>

namespace sise {

double Parameters::number(std::string_view name) const {
  const std::optional<double> found = optional_number(name);
  if (!found) throw std::out_of_range("no parameter " + std::string(name));
  return *found;
}

std::optional<double> Parameters::optional_number(std::string_view name) const {
  const auto found = numbers_.find(name);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

const std::string& Parameters::text(std::string_view name) const {
  const auto found = texts_.find(name);
  if (found == texts_.end()) throw std::out_of_range("no parameter " + std::string(name));
  return found->second;
}

bool Parameters::has(std::string_view name) const {
  return numbers_.find(name) != numbers_.end() || texts_.find(name) != texts_.end();
}

void Parameters::add(const Parameters& others) {
  numbers_.insert(others.numbers_.begin(), others.numbers_.end());
  texts_.insert(others.texts_.begin(), others.texts_.end());
}

void fill_defaults(Parameters& parameters, const ModelDescriptor& descriptor, ParameterGroup group) {
  for (const ModelParameter& p : descriptor.parameters) {
    if (p.group != group || parameters.has(p.key())) continue;
    if (p.default_number) parameters.set(p.key(), *p.default_number);
    if (!p.default_name.empty()) parameters.set(p.key(), p.default_name);
  }
}

void ModelAnswer::warn(const std::string& code) {
  if (std::find(warnings.begin(), warnings.end(), code) == warnings.end()) warnings.push_back(code);
}

}  // namespace sise
