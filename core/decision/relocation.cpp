#include "core/decision/relocation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/decision/checks.hpp"
#include "core/decision/enterprises.hpp"
#include "core/decision/remedies.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

std::vector<std::size_t> broken_parcels(const std::vector<Decision>& decisions) {
  std::vector<std::size_t> parcels;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].verdict != Verdict::undecided && breaks_a_limit(decisions[i])) parcels.push_back(i);
  }
  return parcels;
}

void add(RelocationGain& gain, const Proposal& parcel, const Decision& without) {
  if (without.verdict == Verdict::undecided || breaks_a_limit(without)) return;
  ++gain.freed;
  gain.allowed += without.verdict == Verdict::allow ? 1U : 0U;
  gain.people += parcel.target.people.value_or(0.0);
  gain.area_m2 += area_m2(parcel.geometry());
  gain.ids.push_back(parcel.id());
}

bool ranks_before(const RelocationGain& a, const RelocationGain& b) {
  if (a.people != b.people) return a.people > b.people;
  if (a.area_m2 != b.area_m2) return a.area_m2 > b.area_m2;
  return a.enterprise < b.enterprise;
}

}  // namespace

std::vector<RelocationGain> relocation_gains(const Assessment& assessment, const std::vector<Proposal>& parcels,
                                             const std::vector<Decision>& decisions, const WarningBrackets& brackets,
                                             Progress* progress) {
  const std::vector<std::size_t> broken = broken_parcels(decisions);
  std::vector<RelocationGain> gains;
  for (const Enterprise& enterprise : enterprises(assessment.study, assessment.statuses)) {
    const ReviewContext context(assessment, brackets, {enterprise.units.begin(), enterprise.units.end()});
    std::vector<Decision> again(broken.size());
    parallel_for(
        static_cast<std::int64_t>(broken.size()),
        [&](std::int64_t p) {
          const auto i = static_cast<std::size_t>(p);
          again[i] = decision_on(context, parcels[broken[i]]);
        },
        progress, "relocation");
    RelocationGain gain{enterprise.name};
    for (std::size_t i = 0; i < broken.size(); ++i) add(gain, parcels[broken[i]], again[i]);
    if (gain.freed > 0) gains.push_back(std::move(gain));
  }
  std::sort(gains.begin(), gains.end(), ranks_before);
  return gains;
}

}  // namespace sise
