#include "core/decision/open_class.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/criteria/limits.hpp"

namespace sise {
namespace {

constexpr std::array<TargetClass, 5> kClasses{TargetClass::high_sensitivity, TargetClass::important,
                                              TargetClass::general_1, TargetClass::general_2, TargetClass::general_3};

bool is_new_scale(const ReviewCheck& check, const RulePack& rules) {
  return check.rule_id == rules.individual_risk_new.rule_id || check.rule_id.ends_with(".new");
}

Text quantity_words(const std::string& quantity, double bound) {
  const std::string number = fmt::format("{}", bound);
  if (quantity == "households") return {"fewer than " + number + " households", "少于 " + number + " 户"};
  if (quantity == "floor_area_m2") return {"less than " + number + " m² of floor", "建筑面积小于 " + number + " m²"};
  if (quantity == "beds") return {"fewer than " + number + " beds", "少于 " + number + " 床"};
  if (quantity == "people_shift")
    return {"fewer than " + number + " people on the largest shift", "最大班少于 " + number + " 人"};
  if (quantity == "open_air_people")
    return {"fewer than " + number + " people in the open air", "露天少于 " + number + " 人"};
  return {"fewer than " + number + " people", "少于 " + number + " 人"};
}

/// Below which number a measure gives a class no stricter than this one; nullopt: never, or always.
std::optional<double> bound_for(const OccupancyMeasure& measure, TargetClass target_class) {
  if (target_class == TargetClass::general_2) return measure.class_1_from;
  if (target_class != TargetClass::general_3) return std::nullopt;
  return measure.class_2_from ? measure.class_2_from : measure.class_1_from;
}

/// The strictest class whose limit the value keeps.
std::optional<TargetClass> passing_class(double value, const LimitTable& table) {
  for (const TargetClass candidate : kClasses) {
    if (!exceeds(value, table.of(candidate).value)) return candidate;
  }
  return std::nullopt;
}

Text sizes_that_pass(const ReviewCheck& check, const LimitTable& table, const RulePack& rules, const OpenClass& open) {
  const OccupancyUse* use = rules.occupancy.find(open.use);
  const std::optional<TargetClass> passing = passing_class(check.value, table);
  if (use == nullptr || !passing) return {};
  Text text;
  for (const OccupancyMeasure& measure : use->measures) {
    const std::optional<double> bound = bound_for(measure, *passing);
    if (!bound || !(*bound > 0.0)) continue;
    const Text words = quantity_words(measure.quantity, *bound);
    text.en += (text.en.empty() ? "it passes with " : " and ") + words.en;
    text.zh += (text.zh.empty() ? "" : "且") + words.zh;
  }
  if (!text.zh.empty()) text.zh += "即可满足";
  return text;
}

Text label_list(const std::vector<TargetClass>& classes) {
  Text text;
  for (const TargetClass c : classes) {
    const Text label = label_of(c);
    text.en += (text.en.empty() ? "" : ", ") + label.en;
    text.zh += (text.zh.empty() ? "" : "、") + label.zh;
  }
  return text;
}

}  // namespace

const LimitTable* table_of(const ReviewCheck& check, const RulePack& rules) {
  if (!check.has_limit()) return nullptr;
  if (check.rule_id == rules.overpressure.rule_id) return &rules.overpressure;
  if (check.quantity != rules.individual_risk_existing.quantity) return nullptr;
  return is_new_scale(check, rules) ? &rules.individual_risk_new : &rules.individual_risk_existing;
}

void settle_open_class(std::vector<ReviewCheck>& checks, const RulePack& rules, const OpenClass& open,
                       bool one_building) {
  for (ReviewCheck& check : checks) {
    const LimitTable* table = table_of(check, rules);
    if (table == nullptr || check.passed || !check.assumed_class) continue;
    const double mildest = table->of(open.mildest).value;
    const bool fails_whole = one_building || exceeds(check.smallest, mildest);
    check.assumed_class = !(exceeds(check.value, mildest) && fails_whole);
    if (!check.assumed_class) continue;
    check.settles = open.settles.en.empty() ? sizes_that_pass(check, *table, rules, open) : open.settles;
  }
}

ReviewCheck what_may_stand(std::vector<ReviewCheck>& checks, const RulePack& rules, const Target& target) {
  std::vector<TargetClass> may;
  for (const TargetClass candidate : kClasses) {
    const bool stands = std::all_of(checks.begin(), checks.end(), [&](const ReviewCheck& check) {
      const LimitTable* table = table_of(check, rules);
      return check.informative || table == nullptr || !exceeds(check.value, table->of(candidate).value);
    });
    if (stands) may.push_back(candidate);
  }
  for (ReviewCheck& check : checks) check.informative = check.informative || check.has_limit();
  const Text list = label_list(may);
  ReviewCheck check;
  check.rule_id = "sise.land_use.to_be_named";
  check.rule = check.clause = {"the use is not named", "用途未定"};
  check.source = "the plan's land-use code";
  check.subject = target.id;
  check.quantity = "land_use";
  check.passed = false;
  check.text = {
      "the use of " + target.class_basis.how.en + " is to be named; " +
          (may.empty() ? "no protected target may stand on the whole of it" : "what may stand there: " + list.en),
      target.class_basis.how.zh + "的用途待定;" + (may.empty() ? "整个地块不得布置任何防护目标" : "可布置:" + list.zh)};
  return check;
}

}  // namespace sise
