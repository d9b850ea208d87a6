#include "core/rating/register/direct_rules.hpp"

#include <algorithm>

namespace sise {
namespace {

const Fact* fact_of(std::span<const Fact> facts, std::string_view field) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.field == field; });
  return found == facts.end() ? nullptr : &*found;
}

/// Whether some rule or threshold can read the fact, be it that it does not hold.
bool is_understood(std::span<const DirectRulePack> packs, const Fact& fact) {
  if (says_no(fact.text)) return true;
  const bool is_number = plain_number(fact.text).has_value();
  for (const DirectRulePack& pack : packs) {
    for (const DirectRule& rule : pack.rules) {
      if (rule.field == fact.field && (holds(rule, fact.text) || (rule.at_least && is_number))) return true;
    }
    if (!is_number) continue;
    for (const CodeThreshold& threshold : pack.thresholds) {
      for (const FactBound& bound : threshold.all) {
        if (bound.field == fact.field) return true;
      }
    }
  }
  return false;
}

/// Whether what is stated lets the code stand: not where every threshold of the code has a number below it.
bool reaches(const DirectRulePack& pack, std::string_view code, std::span<const Fact> facts, std::string& missed) {
  bool any = false;
  std::string below;
  for (const CodeThreshold& threshold : pack.thresholds) {
    if (threshold.code != code) continue;
    any = true;
    const auto low = std::find_if(threshold.all.begin(), threshold.all.end(), [&](const FactBound& bound) {
      const Fact* fact = fact_of(facts, bound.field);
      const auto number = fact == nullptr ? std::nullopt : plain_number(fact->text);
      return number && *number < bound.at_least;
    });
    if (low == threshold.all.end()) return true;
    if (below.empty()) below = low->field;
  }
  if (any) missed = below;
  return !any;
}

}  // namespace

bool holds(const DirectRule& rule, const std::string& text) {
  if (std::find(rule.words.begin(), rule.words.end(), text) != rule.words.end()) return true;
  if (!rule.at_least) return false;
  const auto number = plain_number(text);
  return number && *number >= *rule.at_least;
}

bool DirectRulePack::has_code(std::string_view code) const {
  return std::binary_search(codes.begin(), codes.end(), code);
}

DirectResult direct_hits(std::span<const DirectRulePack> packs, std::string_view risk_code,
                         std::span<const Fact> facts) {
  DirectResult result;
  for (std::size_t p = 0; p < packs.size(); ++p) {
    const DirectRulePack& pack = packs[p];
    for (std::size_t r = 0; r < pack.rules.size(); ++r) {
      const Fact* fact = fact_of(facts, pack.rules[r].field);
      if (fact == nullptr || !holds(pack.rules[r], fact->text)) continue;
      result.hits.push_back({static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(r), pack.rules[r].grade});
    }
    if (risk_code.empty() || !pack.has_code(risk_code)) continue;
    if (!reaches(pack, risk_code, facts, result.missed_threshold)) continue;
    result.missed_threshold.clear();
    result.hits.push_back(
        {static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(pack.rules.size()), pack.code_grade});
  }
  for (const Fact& fact : facts) {
    if (!is_understood(packs, fact)) result.not_understood.push_back(fact);
  }
  return result;
}

std::vector<std::string_view> fact_fields(std::span<const DirectRulePack> packs) {
  std::vector<std::string_view> fields;
  const auto add = [&](const std::string& field) {
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.emplace_back(field);
  };
  for (const DirectRulePack& pack : packs) {
    for (const DirectRule& rule : pack.rules) add(rule.field);
    for (const CodeThreshold& threshold : pack.thresholds) {
      for (const FactBound& bound : threshold.all) add(bound.field);
    }
  }
  return fields;
}

Text label_of(const DirectRulePack& pack, const DirectHit& hit) {
  if (hit.rule < pack.rules.size()) return pack.rules[hit.rule].label;
  return {"has a code of the catalogue: " + pack.title.en, "具有目录代码: " + pack.title.zh};
}

std::string id_of(const DirectRulePack& pack, const DirectHit& hit) {
  return hit.rule < pack.rules.size() ? pack.rules[hit.rule].id : pack.id + ".code";
}

}  // namespace sise
