// A plan's decisions counted by land use and verdict, and two variants of a plan side by side.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/decision/review.hpp"

namespace sise {

/// How many parcels have each verdict, and their area.
struct VerdictCount {
  std::array<std::size_t, 4> parcels{};  ///< in the order of Verdict
  std::array<double, 4> area_m2{};

  [[nodiscard]] std::size_t of(Verdict verdict) const { return parcels.at(static_cast<std::size_t>(verdict)); }
  [[nodiscard]] std::size_t all() const { return parcels[0] + parcels[1] + parcels[2] + parcels[3]; }
  void add(Verdict verdict, double area);
};

struct PlanRow {
  std::string land_use;  ///< "0701 城镇住宅用地"; as the plan writes it where that was not understood
  VerdictCount count;
};

struct PlanTable {
  std::vector<PlanRow> rows;  ///< by land use
  VerdictCount total;
};

/// The table is the sum of the single decisions: it asks nothing else.
[[nodiscard]] PlanTable plan_table(const std::vector<Proposal>& parcels, const std::vector<Decision>& decisions);

/// A parcel that both variants have under one id, with another verdict or another use.
struct PlanChange {
  std::string id;
  std::string use_before, use_after;
  Verdict before = Verdict::allow;
  Verdict after = Verdict::allow;
};

struct PlanComparison {
  std::vector<PlanChange> changes;       ///< in the order of the first variant
  std::vector<std::string> only_before;  ///< ids that the other variant does not have
  std::vector<std::string> only_after;
};

struct ReviewedPlan {
  const std::vector<Proposal>& parcels;
  const std::vector<Decision>& decisions;
};
[[nodiscard]] PlanComparison compare_plans(const ReviewedPlan& before, const ReviewedPlan& after);

/// What the table calls a parcel's use.
[[nodiscard]] std::string land_use_label(const Proposal& parcel);

}  // namespace sise
