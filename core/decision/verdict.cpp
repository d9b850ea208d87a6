#include "core/decision/verdict.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "core/decision/reasons.hpp"

namespace sise {
namespace {

/// What one check does to the verdict; `trust_recalled` asks what it would do once recalled values are confirmed.
Verdict effect(const ReviewCheck& check, bool trust_recalled) {
  if (check.informative) return Verdict::allow;
  if (check.passed) {
    const bool open = check.warning_decides() || check.open_values_decide();
    return open ? Verdict::conditional : Verdict::allow;
  }
  const bool certain = trust_recalled || stands(check.rests_on);
  const bool whole = !check.partly && !check.assumed_class && !check.warning_undoes();
  return certain && check.has_limit() && whole ? Verdict::veto : Verdict::conditional;
}

Verdict worst(const std::vector<ReviewCheck>& checks, bool trust_recalled) {
  Verdict verdict = Verdict::allow;
  for (const ReviewCheck& check : checks) verdict = std::max(verdict, effect(check, trust_recalled));
  return verdict;
}

double closeness(const ReviewCheck& check) {
  return check.has_limit() && check.value == check.value ? check.share_of_limit() : 0.0;
}

/// What makes the verdict stands first, then what would make it once confirmed; breaches before mere warnings.
bool decides_before(const ReviewCheck& a, const ReviewCheck& b) {
  for (const bool trust : {false, true}) {
    const Verdict effect_a = effect(a, trust);
    const Verdict effect_b = effect(b, trust);
    if (effect_a != effect_b) return effect_a > effect_b;
  }
  if (a.passed != b.passed) return !a.passed;
  return closeness(a) > closeness(b);
}

/// Hundreds of checks may pass where plants stand close: rule by rule the nearest to their limit are listed, the others
/// counted. What decides, and the sum of all, is always listed. The checks stand in the order of decides_before().
void list_the_nearest(Decision& decision) {
  constexpr std::size_t kMostOfARule = 10;
  std::map<std::string, std::size_t> of_rule;
  std::erase_if(decision.checks, [&](const ReviewCheck& check) {
    const bool always =
        !check.passed || !check.has_limit() || check.subject == kAllTogether || effect(check, true) != Verdict::allow;
    if (always || ++of_rule[check.rule_id] <= kMostOfARule) return false;
    ++decision.unlisted_checks;
    decision.nearest_unlisted_share = std::max(decision.nearest_unlisted_share, check.share_of_limit());
    return true;
  });
}

}  // namespace

void decide(Decision& decision) {
  std::stable_sort(decision.checks.begin(), decision.checks.end(), decides_before);
  decision.verdict = worst(decision.checks, false);
  decision.if_confirmed = worst(decision.checks, true);
  std::vector<const ReviewCheck*> decides;
  for (const ReviewCheck& check : decision.checks) {
    if (effect(check, true) != Verdict::allow) decides.push_back(&check);
  }
  decision.reasons = reasons_of(decision, decides);
  list_the_nearest(decision);
}

}  // namespace sise
