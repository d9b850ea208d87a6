#include "core/decision/unit_type.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "core/decision/bare_ground.hpp"
#include "core/decision/risk_basis.hpp"

namespace sise {
namespace {

constexpr double kHighest_per_year = 16.0;  // more than all accidents of one unit together
constexpr double kLowest_per_year = 1e-15;  // the numeric floor of risk
constexpr double kStep = 0.9;               // from one level of the envelope to the next

/// With nothing on the ground but the type.
Study study_of(const UnitType& type, const Study& ground, Point somewhere) {
  Study study = bare_ground(ground);
  study.units = {type.unit};
  study.units.front().geometry = Geometry{.points = {somewhere}};
  study.scenarios = type.scenarios;
  study.not_generated = type.not_generated;
  return study;
}

void refuse(const UnitType& type, const std::string& code, const Text& why, const Text& remedy) {
  throw InputError(code,
                   {"the unit type '" + type.unit.id + "': " + why.en, "单元类型“" + type.unit.id + "”:" + why.zh},
                   {.field = "capacity.unit"}, remedy);
}

void refuse_what_no_rule_judges(const UnitType& type, const Study& ground) {
  const Exclusion* excluded = exclusion_for(ground.criteria.rules, type.unit.kind, type.unit.sector);
  if (excluded == nullptr) return;
  const std::string& code = excluded->governed_by;
  refuse(type, "no_rule_held",
         {"the rule pack does not cover it (" + excluded->reason.en + ")" + (code.empty() ? "" : "; " + code + " does"),
          "规则包不适用(" + excluded->reason.zh + ")" + (code.empty() ? "" : ";应按 " + code)},
         {"Individual risk says nothing of how many may stand; take another type",
          "个人风险不能说明可容纳数量;请选用其他类型"});
}

void refuse_what_is_not_computed(const UnitType& type, const UnitStatus& status) {
  if (status.missing.empty()) return;
  Text lacks;
  for (const Missing& one : status.missing) {
    lacks.en += (lacks.en.empty() ? "" : "; ") + one.text.en;
    lacks.zh += (lacks.zh.empty() ? "" : ";") + one.text.zh;
  }
  refuse(type, "unit_type_not_computed", lacks,
         {"Complete the record, or name a unit that is computed with like = \"ID\"",
          "请补全记录,或用 like = \"编号\" 指定已计算的单元"});
}

}  // namespace

MovableUnit::MovableUnit(const UnitType& type, const Study& ground, const SubstanceTable& substances,
                         const Projection& projection, Point somewhere, Progress* progress)
    : type_(type), study_(study_of(type, ground, somewhere)), projection_(projection) {
  refuse_what_no_rule_judges(type_, ground);
  alone_ = std::make_unique<Assessment>(study_, substances, projection);
  refuse_what_is_not_computed(type_, status());
  kernel_ = alone_->risk.kernel(0, progress);
  basis_ = risk_basis(study_, substances).front();
  if (!type_.scenarios.empty() && type_.scenarios_confidence != Confidence::seen) {
    extend(basis_, {{.id = {},
                     .what = {"the generated accidents", "自动生成的事故情景"},
                     .source = "the frequency pack and its event trees",
                     .confidence = type_.scenarios_confidence}});
  }
  for (double level = kHighest_per_year; level > kLowest_per_year; level *= kStep) {
    const double before = reach_m_.empty() ? 0.0 : reach_m_.back();
    reach_m_.push_back(std::max(before, kernel_->reach_above_m(level)));
  }
}

PlacedKernel MovableUnit::at(Point place) const {
  return {0, true, place.x, place.y, projection_.convergence_deg(place), kernel_};
}

double MovableUnit::most_beyond(double distance_m) const {
  if (distance_m > kernel_->reach_m()) return 0.0;
  const auto beyond = std::upper_bound(reach_m_.begin(), reach_m_.end(), distance_m);
  if (beyond == reach_m_.begin()) return kHighest_per_year;
  return kHighest_per_year * std::pow(kStep, static_cast<double>(beyond - reach_m_.begin() - 1));
}

Study with_more(const Study& study, const UnitType& type, Point place, std::size_t count,
                const std::string& enterprise) {
  Study more = study;
  for (std::size_t i = 0; i < count; ++i) {
    Unit unit = type.unit;
    unit.id += "+" + std::to_string(i + 1);
    unit.enterprise = enterprise;
    unit.is_new = true;
    unit.geometry = Geometry{.points = {place}};
    for (Scenario scenario : type.scenarios) {
      scenario.unit_id = unit.id;
      more.scenarios.push_back(std::move(scenario));
    }
    more.units.push_back(std::move(unit));
  }
  return more;
}

}  // namespace sise
