#include "core/decision/relocation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
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

using EnterpriseOfUnit = std::map<std::string, std::string>;

EnterpriseOfUnit enterprise_of_units(const Study& study) {
  EnterpriseOfUnit of;
  for (const Unit& unit : study.units) of.emplace(unit.id, unit.enterprise_key());
  return of;
}

/// Who stands behind a parcel's breaches; "" where it is no enterprise. A breach by charge or by an enterprise's risk ends with
/// that enterprise alone; the sum of all may fall below its limit without any of them, and names nobody.
std::set<std::string> behind_breaches(const Decision& decision, const EnterpriseOfUnit& of) {
  std::set<std::string> names;
  for (const ReviewCheck& check : decision.checks) {
    if (!breaks_its_limit(check) || check.subject == kAllTogether) continue;
    const auto found = of.find(check.governing_unit);
    names.insert(found == of.end() ? std::string() : found->second);
  }
  return names;
}

/// Parcels that closing the enterprise may free: a second review of the others would be for nothing.
std::vector<std::size_t> that_it_may_free(const std::string& enterprise, const std::vector<std::size_t>& broken,
                                          const std::vector<std::set<std::string>>& behind) {
  std::vector<std::size_t> parcels;
  for (std::size_t i = 0; i < broken.size(); ++i) {
    const std::set<std::string>& names = behind[i];
    if (names.empty() || (names.size() == 1 && *names.begin() == enterprise)) parcels.push_back(broken[i]);
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
  const EnterpriseOfUnit enterprise_of = enterprise_of_units(assessment.study);
  std::vector<std::set<std::string>> behind;
  behind.reserve(broken.size());
  for (const std::size_t parcel : broken) behind.push_back(behind_breaches(decisions[parcel], enterprise_of));
  std::vector<RelocationGain> gains;
  for (const Enterprise& enterprise : enterprises(assessment.study, assessment.statuses)) {
    const std::vector<std::size_t> asked = that_it_may_free(enterprise.name, broken, behind);
    if (asked.empty()) continue;
    const ReviewContext context(assessment, brackets, {enterprise.units.begin(), enterprise.units.end()});
    std::vector<Decision> again(asked.size());
    parallel_for(
        static_cast<std::int64_t>(asked.size()),
        [&](std::int64_t p) {
          const auto i = static_cast<std::size_t>(p);
          again[i] = decision_on(context, parcels[asked[i]]);
        },
        progress, "relocation");
    RelocationGain gain{enterprise.name};
    for (std::size_t i = 0; i < asked.size(); ++i) add(gain, parcels[asked[i]], again[i]);
    if (gain.freed > 0) gains.push_back(std::move(gain));
  }
  std::sort(gains.begin(), gains.end(), ranks_before);
  return gains;
}

}  // namespace sise
