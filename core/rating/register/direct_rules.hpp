// Rules that grade a point directly, whatever its matrix says: what a product of factors hides.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/rating/register/grade.hpp"
#include "core/rating/register/written_answer.hpp"

namespace sise {

/// What a row says beyond its factors ("fixed_workers", "major_hazard_level"): the field's name and its text.
struct Fact {
  std::string_view field;  ///< of the rules, which outlive the points
  std::string text;        ///< normalised
};

/// One rule: true where the fact is one of the words, or a number of at least so much.
struct DirectRule {
  std::string id;
  Grade grade = Grade::unrated;  ///< at least
  Text label;
  std::string field;
  std::vector<std::string> words;
  std::optional<double> at_least;
};

/// Whether a rule holds for what a row says of its field.
[[nodiscard]] bool holds(const DirectRule& rule, const std::string& text);

struct FactBound {
  std::string field;
  double at_least = 0.0;
};

/// A catalogue code applies where all of these are reached; several thresholds of one code are alternatives. What is not
/// stated is taken at the code's word.
struct CodeThreshold {
  std::string code;
  std::vector<FactBound> all;
};

struct DirectRulePack {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  std::vector<DirectRule> rules;
  Grade code_grade = Grade::unrated;  ///< a point with a code of the catalogue is at least this
  std::vector<std::string> codes;     ///< sorted
  std::vector<CodeThreshold> thresholds;

  [[nodiscard]] bool has_code(std::string_view code) const;
};

/// A rule that holds for a point. `rule` counts the rules of a pack; those.size() is its catalogue.
struct DirectHit {
  std::uint16_t pack = 0;
  std::uint16_t rule = 0;
  Grade grade = Grade::unrated;
};

struct DirectResult {
  std::vector<DirectHit> hits;
  std::string missed_threshold;        ///< field whose number is too small for the code; empty: none
  std::vector<Fact> not_understood{};  ///< no word or number that a rule asks for, and no plain "no"
};

/// `risk_code` in its new form; empty: none.
[[nodiscard]] DirectResult direct_hits(std::span<const DirectRulePack> packs, std::string_view risk_code,
                                       std::span<const Fact> facts);

/// Every field that a rule or threshold of the packs asks for, each once.
[[nodiscard]] std::vector<std::string_view> fact_fields(std::span<const DirectRulePack> packs);

[[nodiscard]] Text label_of(const DirectRulePack& pack, const DirectHit& hit);
[[nodiscard]] std::string id_of(const DirectRulePack& pack, const DirectHit& hit);

}  // namespace sise
