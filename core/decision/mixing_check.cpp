#include "core/decision/mixing_check.hpp"

#include <algorithm>
#include <cmath>

#include "core/criteria/limits.hpp"
#include "core/decision/risk_basis.hpp"

namespace sise {
namespace {

double low_without(const ReviewCheck& check) { return check.codes.empty() ? check.value : check.low; }
double high_without(const ReviewCheck& check) { return check.codes.empty() ? check.value : check.bracket; }

/// By how much a unit may change: of a check that passes to more, of a breach to less.
double change_of(const ReviewCheck& check, const MixedRisk& one, double nearer_or_otherwise,
                 double farther_or_otherwise) {
  return std::max(0.0,
                  check.passed ? farther_or_otherwise - one.risk_per_year : one.risk_per_year - nearer_or_otherwise);
}

}  // namespace

std::vector<MixedRisk> mixed_risks(const Assessment& assessment, const WarningBrackets& brackets, Point place,
                                   const std::vector<std::size_t>& units) {
  std::vector<MixedRisk> risks;
  const std::optional<double> factor = brackets.mixing_asked_within();
  if (!factor) return risks;
  for (const std::size_t unit : units) {
    if (!assessment.mixing.concerns(unit)) continue;
    MixedRisk& one = risks.emplace_back();
    one.risk_per_year = assessment.risk.risk_at(place, {&unit, 1});
    one.nearer = assessment.risk.risk_reaching(unit, place, 1.0 / *factor);
    one.farther = assessment.risk.risk_reaching(unit, place, *factor);
    one.otherwise = [&assessment, unit, place] { return assessment.mixing.risk_at(unit, place); };
  }
  return risks;
}

bool mixing_may_matter(const ReviewCheck& check) {
  if (check.partly || check.assumed_class) return false;
  if (check.passed) return check.value >= kAskedShare * check.limit && !check.warning_decides();
  return check.codes.empty() || exceeds(check.low, check.limit);
}

void ask_mixing(ReviewCheck& check, const std::vector<MixedRisk>& risks) {
  std::vector<const MixedRisk*> asked;
  double most = 0.0;
  for (const MixedRisk& one : risks) {
    const double change = change_of(check, one, one.nearer, one.farther);
    if (change < kMovingShare * check.limit) continue;
    most += change;
    asked.push_back(&one);
  }
  const double end = check.passed ? high_without(check) + most : low_without(check) - most;
  if (asked.empty() || exceeds(end, check.limit) != check.passed) return;
  double change = 0.0;
  for (const MixedRisk* one : asked) {
    const double otherwise = one->otherwise();
    change += change_of(check, *one, otherwise, otherwise);
  }
  if (check.passed) {
    check.bracket = high_without(check) + change;
  } else {
    check.low = std::max(0.0, low_without(check) - change);
  }
  check.codes.emplace_back(kDenseGasMixing);
}

}  // namespace sise
