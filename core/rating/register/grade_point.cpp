#include "core/rating/register/grade_point.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sise {
namespace {

constexpr std::chrono::days kReviewEvery{366};

class Grading {
 public:
  Grading(RiskPoint& point, const PointRules& rules)
      : point_(point), rules_(rules), method_(rules.methods.at(point.method)) {}

  PointGrade grade(bool open_major) {
    inherent_from_factors();
    if (result_.inherent == Grade::unrated) inherent_as_stated();
    apply_direct_rules();
    current_grade();
    if (point_.control_lost) lift_for_lost_control();
    if (open_major) lift_for_open_major();
    tell_review();
    return std::move(result_);
  }

 private:
  void step(StepKind kind, Grade grade, DirectHit hit = {}) { result_.steps.push_back({kind, hit, grade}); }

  [[nodiscard]] bool any_factor(const std::vector<std::optional<double>>& factors) const {
    return std::any_of(factors.begin(), factors.end(), [](const auto& value) { return value.has_value(); });
  }

  PointScore scored(const std::vector<std::optional<double>>& factors) {
    const PointScore score = score_point(method_, factors);
    const auto columns = method_.columns();
    if (score.fault == ScoreFault::off_scale) {
      point_.faulty_factors = true;
      add_finding(point_.findings, "factor_off_scale", columns[score.factor],
                  fmt::format("{:g}", *factors[score.factor]));
    } else if (score.fault == ScoreFault::missing_factor && !point_.faulty_factors) {
      add_finding(point_.findings, "missing_factor", columns[score.factor]);
    }
    return score;
  }

  void inherent_from_factors() {
    if (point_.faulty_factors || !any_factor(point_.factors)) return;
    const PointScore score = scored(point_.factors);
    result_.score = score.score;
    result_.inherent = score.grade;
    if (score.grade == Grade::unrated) return;
    step(StepKind::score, score.grade);
    result_.mark = method_.mark;
    const auto stated = point_.stated_inherent               ? point_.stated_inherent
                        : any_factor(point_.current_factors) ? std::optional<Grade>()
                                                             : point_.stated;
    tell_difference(stated, score.grade);
  }

  void tell_difference(const std::optional<Grade>& stated, Grade computed) {
    if (!stated || *stated == computed || *stated == Grade::unrated) return;
    add_finding(point_.findings, "stated_differs", {},
                fmt::format("{} / {}", colour_word(*stated), colour_word(computed)));
  }

  /// A point whose factors are wrong or incomplete is not rated by what it states of itself: the statement came from them.
  [[nodiscard]] bool factors_fail() const {
    return point_.faulty_factors || (any_factor(point_.factors) && !result_.score);
  }

  void inherent_as_stated() {
    if (factors_fail()) return;
    const auto stated = point_.stated_inherent ? point_.stated_inherent : point_.stated;
    if (stated && *stated != Grade::unrated) {
      result_.inherent = *stated;
      step(StepKind::stated, *stated);
    } else if (!point_.stated_current) {
      add_finding(point_.findings, "no_grade");
    }
  }

  void apply_direct_rules() {
    const DirectResult direct = direct_hits(rules_.direct, point_.risk_code, point_.facts);
    if (!direct.missed_threshold.empty()) {
      add_finding(point_.findings, "threshold_not_met", direct.missed_threshold, point_.risk_code);
    }
    for (const Fact& fact : direct.not_understood) {
      add_finding(point_.findings, "unknown_case", std::string(fact.field), fact.text);
    }
    for (const DirectHit& hit : direct.hits) {
      if (rank_of(hit.grade) > rank_of(floor_.grade)) floor_ = hit;
      if (rank_of(hit.grade) <= rank_of(result_.inherent)) continue;
      result_.inherent = hit.grade;
      result_.mark = weakest(result_.mark, rules_.direct[hit.pack].mark);
      step(StepKind::direct, hit.grade, hit);
    }
  }

  void current_grade() {
    Grade current = Grade::unrated;
    if (measures_expired()) {
      add_finding(point_.findings, "current_expired", {},
                  fmt::format("{} d", (*rules_.date - *point_.current_until).count()));
      current = result_.inherent;
      if (current != Grade::unrated) step(StepKind::current_expired, current);
    } else if (any_factor(point_.current_factors)) {
      const PointScore score = scored(point_.current_factors);
      result_.current_score = score.score;
      current = score.grade;
      if (current != Grade::unrated) {
        step(StepKind::current_score, current);
        result_.mark = weakest(result_.mark, method_.mark);
      }
      tell_difference(point_.stated_current ? point_.stated_current : point_.stated, current);
    } else if (!factors_fail() && point_.stated_current && *point_.stated_current != Grade::unrated) {
      current = *point_.stated_current;
      step(StepKind::current_stated, current);
      limit_downgrade(current);
    }
    if (current == Grade::unrated) {
      current = result_.inherent;
      if (current != Grade::unrated) step(StepKind::current_kept, current);
    }
    if (rank_of(current) < rank_of(floor_.grade)) {
      current = floor_.grade;
      result_.mark = weakest(result_.mark, rules_.direct[floor_.pack].mark);
      step(StepKind::direct, current, floor_);
    }
    if (result_.inherent != Grade::unrated && rank_of(current) > rank_of(most_stated())) {
      add_finding(point_.findings, "current_above_inherent", {},
                  fmt::format("{} / {}", colour_word(current), colour_word(result_.inherent)));
      step(StepKind::not_above, current);
    }
    result_.current = current;
  }

  /// A grade after measures was given, and its day has passed.
  [[nodiscard]] bool measures_expired() const {
    return rules_.date && point_.current_until && *point_.current_until < *rules_.date &&
           (point_.stated_current || any_factor(point_.current_factors));
  }

  /// Where control is lost an office's corrected grade may lie one level above the inherent one.
  [[nodiscard]] Grade most_stated() const {
    return point_.control_lost ? moved(result_.inherent, 1) : result_.inherent;
  }

  /// Own rule, for want of a published one: levels A to C leave the grade, D is one level worse than the inherent one.
  void lift_for_lost_control() {
    const Grade lifted = worst(result_.current, moved(result_.inherent, 1));
    if (lifted != result_.current) result_.mark = RuleMark::own;
    result_.current = lifted;
    step(StepKind::control_lost, lifted);
  }

  void limit_downgrade(Grade& current) {
    const Grade least = moved(result_.inherent, -1);
    if (rank_of(current) >= rank_of(least)) return;
    add_finding(point_.findings, "downgrade_too_far", {},
                fmt::format("{} / {}", colour_word(current), colour_word(result_.inherent)));
    current = least;
    result_.mark = RuleMark::own;
  }

  void lift_for_open_major() {
    Grade lifted = result_.current;
    if (rules_.open_major == OpenMajorRule::red) lifted = Grade::red;
    if (rules_.open_major == OpenMajorRule::one_up) lifted = moved(result_.current, 1);
    if (lifted != result_.current) result_.mark = RuleMark::own;
    result_.current = lifted;
    step(StepKind::open_major, lifted);
  }

  void tell_review() {
    if (!rules_.date || !point_.reviewed || *rules_.date - *point_.reviewed <= kReviewEvery) return;
    add_finding(point_.findings, "review_overdue", {}, fmt::format("{} d", (*rules_.date - *point_.reviewed).count()));
  }

  RiskPoint& point_;
  const PointRules& rules_;
  const PointMethod& method_;
  PointGrade result_;
  DirectHit floor_;  ///< the worst of the direct rules that hold: measures do not lower it
};

/// "3 × 6 × 7".
std::string product_text(const std::vector<std::optional<double>>& factors) {
  std::string text;
  for (const auto& factor : factors) {
    if (factor) text += fmt::format("{}{:g}", text.empty() ? "" : " × ", *factor);
  }
  return text;
}

Text score_text(const PointMethod& method, const std::vector<std::optional<double>>& factors,
                const std::optional<double>& score) {
  const std::string value = score ? fmt::format("{} = {:g}", method.quantity, *score) : std::string();
  return {fmt::format("{} ({}: {})", value, method.id, product_text(factors)),
          fmt::format("{} ({}: {})", value, method.id, product_text(factors))};
}

Text step_text(const GradeStep& step, const PointGrade& grade, const RiskPoint& point, const PointRules& rules) {
  switch (step.kind) {
    case StepKind::score: {
      const Text score = score_text(rules.methods[point.method], point.factors, grade.score);
      return {"inherent " + score.en, "固有 " + score.zh};
    }
    case StepKind::stated:
      return {"inherent as stated", "固有等级按填报"};
    case StepKind::direct: {
      const Text label = label_of(rules.direct[step.hit.pack], step.hit);
      return {"direct rule: " + label.en, "直接判定: " + label.zh};
    }
    case StepKind::current_score: {
      const Text score = score_text(rules.methods[point.method], point.current_factors, grade.current_score);
      return {"after measures " + score.en, "控制后 " + score.zh};
    }
    case StepKind::current_stated:
      return {"after measures as stated", "现状等级按填报"};
    case StepKind::current_expired:
      return {"what was said of measures has expired", "控制后等级已过有效期, 按固有等级"};
    case StepKind::control_lost:
      return {"control level D", "控制等级 D (失控), 上调一级"};
    case StepKind::current_kept:
      return {"nothing is said of measures", "未说明控制措施, 按固有等级"};
    case StepKind::not_above:
      return {"current above inherent: the worse is shown", "现状高于固有: 显示较高者"};
    case StepKind::open_major:
      break;
  }
  return {"open major hidden danger", "存在未销号的重大事故隐患"};
}

}  // namespace

PointGrade grade_point(RiskPoint& point, const PointRules& rules, bool open_major) {
  return Grading(point, rules).grade(open_major);
}

Text reason_of(const PointGrade& grade, const RiskPoint& point, const PointRules& rules) {
  Text reason;
  for (const GradeStep& step : grade.steps) {
    const Text text = step_text(step, grade, point, rules);
    const std::string gap = reason.en.empty() ? "" : "; ";
    reason.en += fmt::format("{}{} -> {}", gap, text.en, name_of(step.grade));
    reason.zh += fmt::format("{}{} → {}", gap, text.zh, colour_word(step.grade));
  }
  return reason;
}

}  // namespace sise
