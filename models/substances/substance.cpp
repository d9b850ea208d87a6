#include "models/substances/substance.hpp"

namespace sise {

std::optional<double> Substance::get(std::string_view property) const {
  const SourcedValue* found = find(property);
  return found == nullptr ? std::nullopt : std::optional(found->value);
}

const SourcedValue* Substance::find(std::string_view property) const {
  const auto found = properties.find(property);
  return found == properties.end() ? nullptr : &found->second;
}

}  // namespace sise
