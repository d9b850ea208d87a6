#include "core/rating/register/rate_enterprise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace sise {
namespace {

constexpr std::array<std::string_view, 6> kMethods{"standard",   "worst_of_points", "no19",
                                                   "four_input", "ent44",           "worst_of_nine"};

/// A letter of the nine items: A is the worst.
Grade grade_of_letter(const std::string& letter) {
  constexpr std::array<std::string_view, 4> kLetters{"A", "B", "C", "D"};
  const auto* found = std::find(kLetters.begin(), kLetters.end(), letter);
  return found == kLetters.end() ? Grade::unrated : kGrades.at(static_cast<std::size_t>(found - kLetters.begin()));
}

class Rating {
 public:
  Rating(EnterpriseRecord& record, const EnterpriseFacts& facts, const EnterpriseRules& rules)
      : record_(record),
        facts_(facts),
        rules_(rules),
        direct_red_(is_direct_red()),
        standard_expired_(is_standard_expired()) {
    if (standard_expired_) add_finding(record.findings, "standard_expired", {}, record.answers.at("standard"));
  }

  EnterpriseRating rate() {
    const Answers answers = [this](std::string_view question) { return answer(question); };
    rating_.no19 = rate_no19(rules_.no19, answers, direct_red_);
    if (rating_.no19) tell(rating_.no19->not_understood);
    by_sheet(rules_.four_input, rating_.four_input, rating_.four_input_known, answers);
    by_sheet(rules_.five_input, rating_.five_input, rating_.five_input_known, answers);
    by_sheet(rules_.sz_standardisation, rating_.sz_standardisation, rating_.sz_standardisation_known, answers);
    rating_.by_counts = grade_by_counts(facts_.points, rules_.counts);
    by_matrix();
    by_nine();
    rating_.inspections = plan_inspections(rules_.inspections, record_.sector, answers);
    tell_unknown_cases();
    rating_.identify_again = must_identify_again(people("deaths"), people("serious_injuries"));
    choose();
    return std::move(rating_);
  }

 private:
  /// What the row says, and what follows from points and ledger.
  [[nodiscard]] std::string answer(std::string_view question) const {
    if (question == "direct_red") return direct_red_ ? "yes" : "";
    if (question == "standard" && standard_expired_) return "无";
    if (question == "overdue_major") return facts_.overdue_major ? "yes" : "";
    const auto found = record_.answers.find(std::string(question));
    if (found != record_.answers.end()) return found->second;
    if (question == "on_time_rate") {
      const auto rate = facts_.dangers.on_time_rate();
      return rate ? fmt::format("{}", *rate) : std::string();
    }
    return {};
  }

  [[nodiscard]] bool is_direct_red() const {
    return std::any_of(rules_.no19_direct.begin(), rules_.no19_direct.end(), [&](const DirectRule& rule) {
      const auto found = record_.answers.find(rule.field);
      return found != record_.answers.end() && holds(rule, found->second);
    });
  }

  /// A level that has lapsed is none.
  [[nodiscard]] bool is_standard_expired() const {
    return rules_.date && record_.standard_until && *record_.standard_until < *rules_.date &&
           record_.answers.contains("standard") && record_.answers.at("standard") != "无";
  }

  /// Neither yes nor no is no "no": it is told, so that nobody takes the enterprise for cleared.
  void tell_unknown_cases() {
    for (const DirectRule& rule : rules_.no19_direct) {
      const auto found = record_.answers.find(rule.field);
      if (found != record_.answers.end() && !holds(rule, found->second) && !says_no(found->second)) {
        add_finding(record_.findings, "unknown_case", rule.field, found->second);
      }
    }
    for (const char* question : {"obliged", "reported"}) {
      const std::string text = answer(question);
      if (!text.empty() && !says_yes(text) && !says_no(text))
        add_finding(record_.findings, "unknown_answer", question, text);
    }
  }

  /// A number of people; what is no number is told and counts as nobody.
  double people(const std::string& question) {
    const std::string text = answer(question);
    if (text.empty() || says_no(text)) return 0.0;
    const auto number = plain_number(text);
    if (!number) tell({question});
    return number.value_or(0.0);
  }

  void tell(const std::vector<std::string>& questions) {
    for (const std::string& question : questions) {
      add_finding(record_.findings, "not_a_number", question, answer(question));
    }
  }

  void by_sheet(const ScoreSheet& sheet, SheetResult& result, bool& known, const Answers& answers) {
    result = score_by_sheet(sheet, facts_.worst_inherent, answers);
    for (std::size_t i = 0; i < sheet.inputs.size(); ++i) {
      const SheetInput& input = sheet.inputs[i];
      if (input.questions.empty()) continue;
      known = known || result.lines[i].choice.has_value();
      if (!result.lines[i].not_understood) continue;
      const std::string& question = input.questions.front();
      if (told_.insert(question).second) add_finding(record_.findings, "unknown_answer", question, answer(question));
    }
    known = known || !result.overrides.empty();
    for (const SheetOverride& rule : sheet.overrides) {
      const std::string text = answer(rule.question);
      if (text.empty() || is_answer(rule, text) || !told_.insert(rule.question).second) continue;
      add_finding(record_.findings, "unknown_case", rule.question, text);
    }
  }

  std::optional<double> factor(const std::string& question) {
    const std::string text = answer(question);
    const auto number = plain_number(text);
    if (!number && !text.empty()) tell({question});
    return number;
  }

  void by_matrix() {
    const auto likelihood = factor("ent_L");
    const auto severity = factor("ent_S");
    if (!likelihood && !severity) return;
    rating_.ent44 = score_point(rules_.ent44, std::vector<std::optional<double>>{likelihood, severity});
    if (rating_.ent44->fault == ScoreFault::off_scale) {
      add_finding(record_.findings, "factor_off_scale", rules_.ent44.columns()[rating_.ent44->factor]);
    } else if (rating_.ent44->fault == ScoreFault::missing_factor) {
      add_finding(record_.findings, "missing_factor", rules_.ent44.columns()[rating_.ent44->factor]);
    }
  }

  void by_nine() {
    for (const auto& [question, letter] : record_.answers) {
      if (!question.starts_with("nine_") || letter.empty()) continue;
      const Grade grade = grade_of_letter(letter);
      if (grade == Grade::unrated) {
        add_finding(record_.findings, "unknown_answer", question, letter);
      } else {
        rating_.nine = rating_.nine ? worst(*rating_.nine, grade) : grade;
      }
    }
  }

  void take(std::string_view method, Grade grade, RuleMark mark) {
    rating_.method = method;
    rating_.grade = grade;
    rating_.mark = mark;
  }

  /// The notice's score, which is at best that while items are open: then its colour is no better than that of the points.
  void choose_standard() {
    if (!rating_.no19) return;
    const Grade points = facts_.worst_current;
    const Grade scored = rating_.no19->grade;
    if (rating_.no19->open_items == 0 || worst(scored, points) == scored) take("no19", scored, rules_.no19.mark);
  }

  void choose() {
    take("worst_of_points", facts_.worst_current, facts_.worst_mark);
    switch (rules_.method) {
      case EnterpriseMethod::standard:
        choose_standard();
        break;
      case EnterpriseMethod::no19:
        if (rating_.no19) take("no19", rating_.no19->grade, rules_.no19.mark);
        break;
      case EnterpriseMethod::four_input:
        if (rating_.four_input_known) {
          const SheetBand& band = rules_.four_input.bands[rating_.four_input.band_high];
          take("four_input", band.grade.value_or(Grade::unrated), rules_.four_input.mark);
        }
        break;
      case EnterpriseMethod::ent44:
        if (rating_.ent44 && rating_.ent44->grade != Grade::unrated) {
          take("ent44", rating_.ent44->grade, rules_.ent44.mark);
        }
        break;
      case EnterpriseMethod::worst_of_nine:
        if (rating_.nine) take("worst_of_nine", *rating_.nine, RuleMark::seen);
        break;
      case EnterpriseMethod::worst_of_points:
        break;
    }
  }

  EnterpriseRecord& record_;
  const EnterpriseFacts& facts_;
  const EnterpriseRules& rules_;
  bool direct_red_;
  bool standard_expired_;
  EnterpriseRating rating_;
  std::set<std::string> told_;
};

}  // namespace

EnterpriseRating rate_enterprise(EnterpriseRecord& record, const EnterpriseFacts& facts, const EnterpriseRules& rules) {
  return Rating(record, facts, rules).rate();
}

Grade grade_by_counts(const GradeCounts& points, const CountsRule& rule) {
  const bool many = rule.red_from_orange > 0 && points.of(Grade::orange) >= rule.red_from_orange;
  return many ? Grade::red : points.worst();
}

bool must_identify_again(double deaths, double serious_injuries) {
  constexpr double kSeriousInjuries = 3.0;
  return deaths >= 1.0 || serious_injuries >= kSeriousInjuries;
}

std::string_view name_of(EnterpriseMethod method) { return kMethods.at(static_cast<std::size_t>(method)); }

std::optional<EnterpriseMethod> enterprise_method_from(std::string_view name) {
  const auto* found = std::find(kMethods.begin(), kMethods.end(), name);
  if (found == kMethods.end()) return std::nullopt;
  return static_cast<EnterpriseMethod>(found - kMethods.begin());
}

}  // namespace sise
