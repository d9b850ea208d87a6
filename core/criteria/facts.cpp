#include "core/criteria/facts.hpp"

namespace sise {

Text listed(const std::vector<std::string>& fields, const Facts& facts) {
  Text list;
  for (const std::string& field : fields) {
    const auto name = facts.names_zh.find(field);
    const bool named = name != facts.names_zh.end() && !name->second.empty();
    list.en += (list.en.empty() ? "" : ", ") + field;
    list.zh += (list.zh.empty() ? "" : "、") + (named ? name->second + " (" + field + ")" : field);
  }
  return list;
}

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
