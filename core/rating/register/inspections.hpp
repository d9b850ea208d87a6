// How often an enterprise is to be inspected: packs that say at least, packs that say at most, and what both leave.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/risk_point.hpp"
#include "core/rating/register/score_sheet.hpp"

namespace sise {

struct FrequencyStep {
  std::vector<std::string> words;  ///< answers that it holds for; empty: any
  int per_year = 0;
};

/// The first rule of a pack whose sectors hold the enterprise's counts.
struct FrequencyRule {
  std::vector<std::string> sectors;  ///< words of the sector; empty: any
  std::string question;              ///< "standard", "firm_class"; empty: none is asked
  std::vector<FrequencyStep> steps;
};

struct InspectionPack {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  bool is_minimum = false;  ///< at least, else at most
  std::vector<FrequencyRule> rules;

  [[nodiscard]] std::optional<int> per_year(const std::string& sector, const Answers& answers) const;
};

struct InspectionPlan {
  std::optional<int> at_least;
  std::string at_least_pack;
  std::optional<int> at_most;
  std::string at_most_pack;
  std::optional<int> planned;  ///< the minimum, but a cap wins for routine checks; the cap where there is no minimum

  /// The older minimum breaks the newer cap: a person decides.
  [[nodiscard]] bool conflict() const { return at_least && at_most && *at_least > *at_most; }
};

[[nodiscard]] InspectionPlan plan_inspections(const std::vector<InspectionPack>& packs, const std::string& sector,
                                              const Answers& answers);

/// One visit of the year that begins with the month after the data's date.
struct Visit {
  std::size_t enterprise = 0;
  int number = 0;  ///< from 1
  int month = 0;   ///< 0 to 11 from the first
};
/// Spreads the planned visits evenly over twelve months, each enterprise beginning where the months are emptiest.
[[nodiscard]] std::vector<Visit> calendar_of(const std::vector<InspectionPlan>& plans);

}  // namespace sise
