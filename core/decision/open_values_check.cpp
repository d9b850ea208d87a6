#include "core/decision/open_values_check.hpp"

#include <algorithm>

#include "core/criteria/limits.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/risk/open_values.hpp"

namespace sise {
namespace {

bool moves(const OpenRisk& one, const ReviewCheck& check) {
  return one.open && one.risk_per_year >= kMovingShare * check.limit;
}

/// Sure risks first: where these alone break the limit nobody need be asked.
double least_of(const ReviewCheck& check, const std::vector<OpenRisk>& risks) {
  double sum = 0.0;
  for (const OpenRisk& one : risks) sum += one.open ? 0.0 : one.risk_per_year;
  for (const OpenRisk& one : risks) {
    if (exceeds(sum, check.limit)) break;
    if (moves(one, check)) sum += std::min(one.least(), one.risk_per_year);
  }
  return sum;
}

double most_of(const ReviewCheck& check, const std::vector<OpenRisk>& risks) {
  double sum = 0.0;
  for (const OpenRisk& one : risks)
    sum += moves(one, check) ? std::max(one.most(), one.risk_per_year) : one.risk_per_year;
  return sum;
}

}  // namespace

bool open_in_range(const Link& link) {
  return link.range == LinkRange::open && link.confidence == Confidence::recalled && !link.confirmed;
}

std::vector<OpenRisk> open_risks(const ReviewContext& context, Point place, const std::vector<std::size_t>& units) {
  const OpenValues* values = context.assessment.open;
  std::vector<OpenRisk> risks;
  for (const Contribution& one : context.assessment.risk.contributions(place, units, units.size())) {
    OpenRisk& risk = risks.emplace_back();
    risk.risk_per_year = one.risk_per_year;
    if (values == nullptr || !values->is_open(one.unit)) continue;
    risk.open = true;
    risk.least = [values, place, unit = one.unit] { return values->least(unit, place); };
    risk.most = [values, place, unit = one.unit] { return values->most(unit, place); };
  }
  return risks;
}

void hold_in_range(Chain& rests_on) {
  for (Link& link : rests_on) {
    if (open_in_range(link)) link.range = LinkRange::holds;
  }
}

void ask_open_values(ReviewCheck& check, const std::vector<OpenRisk>& risks) {
  if (std::none_of(check.rests_on.begin(), check.rests_on.end(), open_in_range)) return;
  if (std::none_of(risks.begin(), risks.end(), [](const OpenRisk& one) { return one.open; })) return;
  if (check.passed) {
    if (check.value >= kAskedShare * check.limit) check.most = most_of(check, risks);
    return;
  }
  // What a recalled limit or toxicity keeps open nobody need compute.
  const Chain open = open_links(check.rests_on);
  if (!std::all_of(open.begin(), open.end(), open_in_range)) return;
  check.least = least_of(check, risks);
  if (!exceeds(check.least, check.limit)) return;
  hold_in_range(check.rests_on);
}

}  // namespace sise
