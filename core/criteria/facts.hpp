// What a proposal says of itself beside numbers that a model needs: facts that rules of law and advice ask for.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

/// Yes and no are 1 and 0.
struct Facts {
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> words;
  std::map<std::string, std::string> names_zh;  ///< what fields are called in Chinese, as far as known

  [[nodiscard]] bool has(const std::string& field) const { return numbers.contains(field) || words.contains(field); }
};

/// Fields by name, one after the other: "activity, in_park"; in Chinese by what they are called, 从事的活动 (activity).
[[nodiscard]] Text listed(const std::vector<std::string>& fields, const Facts& facts);

/// A condition on one fact: a word, or a range of a number.
struct FactCondition {
  std::string field;
  std::optional<std::string> is;
  std::optional<double> at_least, more_than, less_than, at_most;

  /// nullopt where the fact is not stated.
  [[nodiscard]] std::optional<bool> holds(const Facts& facts) const;
};

enum class Holds { yes, no, unknown };

/// All of them; one that fails decides before one that is not stated.
[[nodiscard]] Holds all_hold(const std::vector<FactCondition>& conditions, const Facts& facts);

}  // namespace sise
