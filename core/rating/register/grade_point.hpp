// The grade of a risk point with the steps that led to it: score, direct rules, what the office states, open major dangers.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/rating/register/point_method.hpp"
#include "core/rating/register/risk_point.hpp"

namespace sise {

/// What an open major hidden danger does to the current grade of its point.
enum class OpenMajorRule : std::uint8_t { red, one_up, list_only };

struct PointRules {
  std::vector<PointMethod> methods;  ///< offices may use different ones
  std::vector<DirectRulePack> direct;
  OpenMajorRule open_major = OpenMajorRule::red;
  std::optional<Date> date;  ///< of the data; reviews older than a year are told
};

enum class StepKind : std::uint8_t {
  score,          ///< of the factors without measures
  stated,         ///< the office's level, for want of factors
  direct,         ///< a direct rule
  current_score,  ///< of the factors after measures
  current_stated,
  current_expired,  ///< what was said of measures no longer holds: the inherent grade does
  current_kept,     ///< nothing is said of measures: the inherent grade holds
  not_above,        ///< current worse than inherent: the worse is shown
  control_lost,     ///< control level D: one level up
  open_major,
};

struct GradeStep {
  StepKind kind = StepKind::score;
  DirectHit hit;                 ///< of a direct rule
  Grade grade = Grade::unrated;  ///< after the step
};

struct PointGrade {
  Grade inherent = Grade::unrated;  ///< 固有: without control measures
  Grade current = Grade::unrated;   ///< 现状: after them, with open major dangers
  std::optional<double> score;
  std::optional<double> current_score;
  RuleMark mark = RuleMark::seen;  ///< the weakest of the steps that set the current grade
  std::vector<GradeStep> steps;
};

/// Grades a point and adds to its findings. An inherent grade never falls; a current grade that is only stated lies at
/// most one level below it.
[[nodiscard]] PointGrade grade_point(RiskPoint& point, const PointRules& rules, bool open_major);

/// The steps in words, one sentence each, joined by "; ".
[[nodiscard]] Text reason_of(const PointGrade& grade, const RiskPoint& point, const PointRules& rules);

}  // namespace sise
