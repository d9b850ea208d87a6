#include "core/decision/plan_table.hpp"

#include <map>

#include "core/geometry/operations.hpp"

namespace sise {

void VerdictCount::add(Verdict verdict, double area) {
  const auto i = static_cast<std::size_t>(verdict);
  ++parcels.at(i);
  area_m2.at(i) += area;
}

std::string land_use_label(const Proposal& parcel) {
  if (!parcel.land_use) return "";
  const LandUseNote& use = *parcel.land_use;
  if (!use.meaning.empty()) return use.meaning;
  return use.code.empty() || use.name.empty() ? use.code + use.name : use.code + " " + use.name;
}

PlanTable plan_table(const std::vector<Proposal>& parcels, const std::vector<Decision>& decisions) {
  std::map<std::string, VerdictCount> by_use;
  PlanTable table;
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    const double area = area_m2(parcels[i].geometry());
    by_use[land_use_label(parcels[i])].add(decisions[i].verdict, area);
    table.total.add(decisions[i].verdict, area);
  }
  for (auto& [use, count] : by_use) table.rows.push_back({use, count});
  return table;
}

PlanComparison compare_plans(const ReviewedPlan& before, const ReviewedPlan& after) {
  std::map<std::string, std::size_t> after_by_id;
  for (std::size_t i = 0; i < after.parcels.size(); ++i) after_by_id.emplace(after.parcels[i].id(), i);
  PlanComparison comparison;
  std::map<std::string, std::size_t> left = after_by_id;
  for (std::size_t i = 0; i < before.parcels.size(); ++i) {
    const std::string& id = before.parcels[i].id();
    const auto found = after_by_id.find(id);
    if (found == after_by_id.end()) {
      comparison.only_before.push_back(id);
      continue;
    }
    left.erase(id);
    const std::size_t j = found->second;
    PlanChange change{id, land_use_label(before.parcels[i]), land_use_label(after.parcels[j]),
                      before.decisions[i].verdict, after.decisions[j].verdict};
    if (change.before != change.after || change.use_before != change.use_after)
      comparison.changes.push_back(std::move(change));
  }
  for (const Proposal& parcel : after.parcels) {
    if (left.contains(parcel.id())) comparison.only_after.push_back(parcel.id());
  }
  return comparison;
}

}  // namespace sise
