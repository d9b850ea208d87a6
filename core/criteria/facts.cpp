#include "core/criteria/facts.hpp"

namespace sise {

std::optional<bool> FactCondition::holds(const Facts& facts) const {
  if (is) {
    const auto word = facts.words.find(field);
    return word == facts.words.end() ? std::nullopt : std::optional<bool>(word->second == *is);
  }
  const auto found = facts.numbers.find(field);
  if (found == facts.numbers.end()) return std::nullopt;
  const double value = found->second;
  if (at_least && !(value >= *at_least)) return false;
  if (more_than && !(value > *more_than)) return false;
  if (less_than && !(value < *less_than)) return false;
  return !at_most || value <= *at_most;
}

Holds all_hold(const std::vector<FactCondition>& conditions, const Facts& facts) {
  Holds result = Holds::yes;
  for (const FactCondition& condition : conditions) {
    const std::optional<bool> one = condition.holds(facts);
    if (one && !*one) return Holds::no;
    if (!one) result = Holds::unknown;
  }
  return result;
}

}  // namespace sise
