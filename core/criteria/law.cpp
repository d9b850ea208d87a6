#include "core/criteria/law.hpp"

#include <algorithm>

namespace sise {
namespace {

void note_missing(const std::vector<FactCondition>& conditions, const Facts& facts, std::vector<std::string>& list) {
  for (const FactCondition& condition : conditions) {
    const bool known = facts.has(condition.field) || std::find(list.begin(), list.end(), condition.field) != list.end();
    if (!known) list.push_back(condition.field);
  }
}

}  // namespace

LawFindings find_broken(const LawPack& pack, const std::string& kind, const Facts& facts) {
  LawFindings findings;
  for (const LawRule& rule : pack.rules) {
    if (!rule.kind.empty() && rule.kind != kind) continue;
    const auto lifted = facts.numbers.find(rule.exception);
    if (lifted != facts.numbers.end() && lifted->second > 0.0) continue;
    const Holds applies = all_hold(rule.when, facts);
    const Holds broken = all_hold(rule.broken, facts);
    if (applies == Holds::no || broken == Holds::no) continue;
    if (applies == Holds::yes && broken == Holds::yes) {
      findings.broken.push_back(&rule);
    } else if (!rule.condition_only) {
      note_missing(rule.when, facts, findings.not_stated);
      note_missing(rule.broken, facts, findings.not_stated);
    }
  }
  return findings;
}

}  // namespace sise
