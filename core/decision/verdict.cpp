#include "core/decision/verdict.hpp"

#include <algorithm>

namespace sise {
namespace {

/// What one check does to the verdict; `trust_recalled` asks what it would do once recalled values are confirmed.
Verdict effect(const ReviewCheck& check, bool trust_recalled) {
  if (check.informative) return Verdict::allow;
  if (check.passed) return check.codes.empty() ? Verdict::allow : Verdict::conditional;
  const bool certain = check.confirmed || check.confidence != Confidence::recalled || trust_recalled;
  const bool is_limit = check.limit == check.limit;  // a check without a limit reports missing data
  return certain && is_limit && !check.partly ? Verdict::veto : Verdict::conditional;
}

Verdict worst(const std::vector<ReviewCheck>& checks, bool trust_recalled) {
  Verdict verdict = Verdict::allow;
  for (const ReviewCheck& check : checks) verdict = std::max(verdict, effect(check, trust_recalled));
  return verdict;
}

double closeness(const ReviewCheck& check) { return check.value == check.value ? check.value / check.limit : 0.0; }

bool decides_before(const ReviewCheck& a, const ReviewCheck& b) {
  const Verdict effect_a = effect(a, true);
  const Verdict effect_b = effect(b, true);
  if (effect_a != effect_b) return effect_a > effect_b;
  return closeness(a) > closeness(b);
}

}  // namespace

void decide(Decision& decision) {
  std::stable_sort(decision.checks.begin(), decision.checks.end(), decides_before);
  decision.verdict = worst(decision.checks, false);
  decision.if_confirmed = worst(decision.checks, true);
  for (const ReviewCheck& check : decision.checks) {
    if (effect(check, true) != Verdict::allow) decision.reasons.push_back(check.text);
  }
  if (decision.reasons.empty()) {
    decision.reasons.push_back({"every check is passed", "各项检查均通过"});
  }
}

}  // namespace sise
