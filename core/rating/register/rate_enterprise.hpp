// The ratings of an enterprise side by side: worst of its points, notice 2018/19, four and five inputs, its own matrix,
// the nine items.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/enterprise_record.hpp"
#include "core/rating/register/hidden_danger.hpp"
#include "core/rating/register/inspections.hpp"
#include "core/rating/register/no19.hpp"
#include "core/rating/register/point_method.hpp"
#include "core/rating/register/score_sheet.hpp"

namespace sise {

/// Which of them gives the enterprise its colour. `standard`: notice 2018/19 where its questions are answered, else the worst of
/// the points. Every other method likewise gives way to the worst of the points where nothing answers its questions.
enum class EnterpriseMethod { standard, worst_of_points, no19, four_input, ent44, worst_of_nine };

/// Ranks enterprises by the counts of their points; a colour of its own that is nobody's grade.
struct CountsRule {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::own;
  int red_from_orange = 0;  ///< so many orange points are as one red
};

struct EnterpriseRules {
  EnterpriseMethod method = EnterpriseMethod::standard;
  No19Pack no19;
  std::vector<DirectRule> no19_direct;
  ScoreSheet four_input;
  ScoreSheet five_input;
  ScoreSheet sz_standardisation;
  CountsRule counts;
  PointMethod ent44;
  std::vector<InspectionPack> inspections;
  double staff_days = 2.0;     ///< of one visit
  std::optional<Date> date{};  ///< of the data; none: nothing is known to have expired
};

struct EnterpriseRating {
  Grade grade = Grade::unrated;
  std::string method;  ///< that gave it
  RuleMark mark = RuleMark::seen;
  std::optional<No19Result> no19;
  SheetResult four_input;
  bool four_input_known = false;  ///< something but the inherent grade is known
  SheetResult five_input;
  bool five_input_known = false;
  SheetResult sz_standardisation;
  bool sz_standardisation_known = false;
  Grade by_counts = Grade::unrated;  ///< for ranking alone
  std::optional<PointScore> ent44;
  std::optional<Grade> nine;  ///< worst of the nine items
  InspectionPlan inspections;
  bool identify_again = false;  ///< a death, or three serious injuries: full re-identification
};

/// What is known of an enterprise beside its own row.
struct EnterpriseFacts {
  Grade worst_current = Grade::unrated;
  Grade worst_inherent = Grade::unrated;
  RuleMark worst_mark = RuleMark::seen;  ///< of the point that has the worst current grade
  LedgerCounts dangers;
  bool overdue_major = false;
  GradeCounts points{};  ///< by current grade
};

/// Adds to the record's findings what was not understood.
[[nodiscard]] EnterpriseRating rate_enterprise(EnterpriseRecord& record, const EnterpriseFacts& facts,
                                               const EnterpriseRules& rules);

/// The worst grade of its points, red also where so many are orange.
[[nodiscard]] Grade grade_by_counts(const GradeCounts& points, const CountsRule& rule);

/// One death or three serious injuries in an accident: identify the risks anew (江苏条例 art. 12).
[[nodiscard]] bool must_identify_again(double deaths, double serious_injuries);

/// "standard", "worst_of_points", "no19", "four_input", "ent44", "worst_of_nine".
[[nodiscard]] std::string_view name_of(EnterpriseMethod method);
[[nodiscard]] std::optional<EnterpriseMethod> enterprise_method_from(std::string_view name);

}  // namespace sise
