#include "core/decision/fn_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/criteria/readable.hpp"
#include "core/decision/open_values_check.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/decision/societal_checks.hpp"
#include "core/decision/societal_range.hpp"

namespace sise {
namespace {

ReviewCheck check_of(const FnCriterion& criterion, const std::string& part, const std::string& enterprise) {
  ReviewCheck check;
  check.rule_id = criterion.rule_id + part;
  check.rule = criterion.title;
  check.clause = {criterion.source, criterion.source};
  check.source = criterion.source;
  check.subject = enterprise;
  check.quantity = "frequency_of_n_or_more_deaths";
  check.unit = "1/yr";
  return check;
}

/// "1.2×10⁻⁵ per year without it"; nothing is said of a curve that did not reach so far.
Text without_it(double was, const Text& told) {
  if (!(was > 0.0)) return {"never without it", "无本项目时不发生"};
  return {told.en + " without it", "无本项目时为" + told.zh};
}

/// N is a real number; of many people the nearest whole one is told.
Text deaths_in_words(double deaths) {
  constexpr double kFew = 10.0;
  constexpr double kWhole = 1e-6;
  const double whole = std::round(deaths);
  if (deaths < kFew) return {fmt::format("{:.3g}", deaths), fmt::format("{:.3g}", deaths)};
  const bool exact = std::abs(deaths - whole) <= kWhole * deaths;
  return {fmt::format("{}{:.0f}", exact ? "" : "about ", whole), fmt::format("{}{:.0f}", exact ? "" : "约 ", whole)};
}

Text against_line(const FnWorst& worst, const SocietalChange& change, const ReviewCheck& check, const Text& line) {
  const Compared words = compared(worst.per_year, worst.limit, "1/yr");
  const double was = frequency_of_at_least(*change.before, worst.deaths);
  const ToldApart apart = told_apart(worst.per_year, was, "1/yr", 2);
  const Text& value = apart.one.en.size() > words.value.en.size() ? apart.one : words.value;  // of the more digits
  const Text before = without_it(was, apart.other);
  const Text deaths = deaths_in_words(worst.deaths);
  return {
      fmt::format("with it, accidents of '{}' kill {} or more {} ({}), {} ({}{}; {} [{}])", change.name, deaths.en,
                  value.en, before.en, words.ratio.en, line.en, words.limit.en, check.rule.en, check.rule_id),
      fmt::format("建成后“{}”的事故致{} 人及以上死亡的频率为{}({}),{}({}{};{}〔{}〕)", change.name, set_off(deaths.zh),
                  value.zh, before.zh, words.ratio.zh, line.zh, words.limit.zh, check.rule.zh, check.rule_id)};
}

/// F at the step of another curve: the same outcomes may stand a little lower in a step here.
double frequency_near(const std::vector<FnStep>& steps, double deaths) {
  constexpr double kStep = 1.012;  // a step gathers outcomes within 1.2 %
  return frequency_of_at_least(steps, deaths / kStep);
}

const Text& upper_line() {
  static const Text kUpper{"", "上限"};
  return kUpper;
}

ReviewCheck deaths_check(const SocietalStudy& study, const FnCriterion& criterion, const SocietalChange& change) {
  ReviewCheck check = check_of(criterion, ".n_max", change.name);
  check.rests_on = basis_of(study, criterion, change);
  Link end = with_confirmation({criterion.rule_id,
                                {"the largest number of deaths", "死亡人数上限"},
                                criterion.largest_n->source,
                                criterion.largest_n->confidence},
                               study.assessment().study.criteria);
  end.id = check.rule_id;  // whoever confirms the rule confirms the end of its lines
  check.rests_on.push_back(std::move(end));
  check.quantity = "deaths";
  check.unit = "1";
  check.value = change.after.empty() ? 0.0 : change.after.back().deaths;
  check.limit = criterion.largest_n->value;
  check.margin = check.limit - check.value;
  check.passed = !exceeds(check.value, check.limit);
  return check;
}

/// Where a measure would act most: "; unit 'U1' makes 80 % of them, without it 2×10⁻⁴ per year are left".
Text most_of_it(const SocietalChange& change) {
  if (change.units.empty()) return {};
  const Contributor& most = change.units.front();
  const Text left = readable(std::max(0.0, 1.0 - most.share) * change.expected_after, "1/yr", 3);
  return {fmt::format("; unit '{}' makes {:.0f} % of them, without it {} are left", most.unit_id, 100.0 * most.share,
                      left.en),
          fmt::format(";其中单元“{}”占 {:.0f}%,无该单元则为{}", most.unit_id, 100.0 * most.share, left.zh)};
}

/// How often so many die as it is. A step that is a little nearer may lie below the line there and above it here: then it comes up
/// to the line, unless the curve lies above it without a rise.
double told_now(const SocietalChange& change, const FnWorst& most) {
  const double near = frequency_near(change.after, most.deaths);
  if (!exceeds(near, most.limit)) return near;
  return std::max(most.limit, frequency_of_at_least(change.after, most.deaths));
}

/// What passes as it is and does not by other curves, the value of which it has as its `most`.
std::optional<ReviewCheck> broken_by(const std::vector<CurvePair>& others, const SocietalStudy& study,
                                     const FnCriterion& criterion, const SocietalChange& change) {
  const auto told = [&](const FnWorst& most, const std::string& part, const Text& line) {
    const FnWorst now{most.deaths, told_now(change, most), most.limit};
    ReviewCheck check = upper_check(criterion, change, now, basis_of(study, criterion, change));
    check.passed = true;
    check.rule_id = criterion.rule_id + part;
    check.text = against_line(now, change, check, line);
    check.most = most.per_year;
    return check;
  };
  const auto upper = at_the_worse(others, criterion.upper, criterion);
  if (upper && exceeds(upper->per_year, upper->limit)) return told(*upper, ".upper", upper_line());
  const double deaths = most_deaths_at(others, DataEnd::stricter);
  if (criterion.largest_n && exceeds(deaths, criterion.largest_n->value)) {
    ReviewCheck check = deaths_check(study, criterion, change);
    check.most = deaths;
    check.text = {
        fmt::format("with it, an accident of '{}' kills at most {:.0f} of the {:.0f} that are acceptable at any "
                    "frequency ({} [{}])",
                    change.name, check.value, check.limit, check.rule.en, check.rule_id),
        fmt::format("建成后“{}”的事故最多致 {:.0f} 人死亡,任何频率下可接受的上限为 {:.0f} 人({}〔{}〕)", change.name,
                    check.value, check.limit, check.rule.zh, check.rule_id)};
    return check;
  }
  if (!criterion.lower) return std::nullopt;
  const auto lower = at_the_worse(others, *criterion.lower, criterion);
  if (lower && exceeds(lower->per_year, lower->limit))
    return told(*lower, ".alarp_raised", {"below which it is acceptable: ", "可接受线"});
  return std::nullopt;
}

}  // namespace

ReviewCheck upper_check(const FnCriterion& criterion, const SocietalChange& change, const FnWorst& worst,
                        Chain rests_on) {
  ReviewCheck check = check_of(criterion, ".upper", change.name);
  check.rests_on = std::move(rests_on);
  check.value = worst.per_year;
  check.limit = worst.limit;
  check.margin = worst.limit - worst.per_year;
  check.passed = !exceeds(worst.per_year, worst.limit);
  check.text = against_line(worst, change, check, upper_line());
  return check;
}

ReviewCheck at_the_milder_end(const FnCriterion& criterion, const SocietalChange& change, ReviewCheck check) {
  const std::optional<FnWorst> least = at_the_milder(change, criterion);
  if (!least || !exceeds(least->per_year, least->limit)) return check;
  const double now = std::max(least->per_year, frequency_near(change.after, least->deaths));
  ReviewCheck standing = upper_check(criterion, change, {least->deaths, now, least->limit}, std::move(check.rests_on));
  standing.least = least->per_year;
  hold_in_range(standing.rests_on);
  return standing;
}

std::optional<ReviewCheck> beyond_check(const SocietalStudy& study, const FnCriterion& criterion,
                                        const SocietalChange& change) {
  if (!criterion.largest_n) return std::nullopt;
  const double risen = most_deaths_at({{*change.before, change.after}}, DataEnd::milder);
  if (!exceeds(risen, criterion.largest_n->value)) return std::nullopt;
  ReviewCheck check = deaths_check(study, criterion, change);
  const double least = most_deaths_at(change.milder, DataEnd::milder);
  const double otherwise = change.mixed_otherwise ? most_deaths_at({*change.mixed_otherwise}, DataEnd::milder) : risen;
  if (!exceeds(otherwise, check.limit)) {
    check.low = otherwise;
    check.codes.emplace_back(kDenseGasMixing);
  } else if (exceeds(least, check.limit)) {
    check.least = least;
    hold_in_range(check.rests_on);
  }
  const double before = change.before->empty() ? 0.0 : change.before->back().deaths;
  const ToldApart most = told_apart(check.value, before, {}, 3);
  check.text = {
      fmt::format("with it, an accident of '{}' may kill {} ({} without it), more than the {:.0f} that are "
                  "acceptable at any frequency ({} [{}])",
                  change.name, most.one.en, most.other.en, check.limit, check.rule.en, check.rule_id),
      fmt::format("建成后“{}”的事故最多可致 {} 人死亡(无本项目时为 {} 人),超过任何频率下均不可接受的 {:.0f} 人"
                  "({}〔{}〕)",
                  change.name, most.one.zh, most.other.zh, check.limit, check.rule.zh, check.rule_id)};
  return check;
}

bool undone_by_mixing(const FnCriterion& criterion, const SocietalChange& change, const FnWorst& worst,
                      ReviewCheck& check) {
  if (!change.mixed_otherwise) return false;
  const std::optional<FnWorst> otherwise = worst_rise(*change.mixed_otherwise, criterion.upper, criterion);
  if (otherwise && exceeds(otherwise->per_year, otherwise->limit)) return false;
  const double low = frequency_of_at_least(change.mixed_otherwise->after, worst.deaths);
  if (exceeds(low, check.limit)) return false;  // as high there without what is proposed
  check.low = low;
  check.codes.emplace_back(kDenseGasMixing);
  return true;
}

std::optional<ReviewCheck> at_the_stricter_end(const SocietalStudy& study, const FnCriterion& criterion,
                                               const SocietalChange& change) {
  return change.stricter.empty() ? std::nullopt : broken_by(change.stricter, study, criterion, change);
}

std::optional<ReviewCheck> mixed_otherwise(const SocietalStudy& study, const FnCriterion& criterion,
                                           const SocietalChange& change) {
  if (!change.mixed_otherwise || breach(change, criterion) > 0.0) return std::nullopt;
  std::optional<ReviewCheck> check = broken_by({*change.mixed_otherwise}, study, criterion, change);
  if (!check) return std::nullopt;
  check->bracket = std::exchange(check->most, std::numeric_limits<double>::quiet_NaN());
  check->codes.emplace_back(kDenseGasMixing);
  return check;
}

ReviewCheck band_check(const FnCriterion& criterion, const std::string& enterprise, const SocietalChange& change) {
  ReviewCheck check = check_of(criterion, ".alarp_raised", enterprise);
  check.quantity = "expected_deaths_per_year";
  check.value = change.expected_after;
  check.smallest = change.expected_before;
  check.passed = false;
  check.contributors = change.units;
  if (!change.units.empty()) check.governing_unit = change.units.front().unit_id;
  const auto [before, after] = told_apart(change.expected_before, change.expected_after, "1/yr", 3);
  const Text most = most_of_it(change);
  check.text = {
      fmt::format("societal risk of '{}' lies in the band between the lines and rises with the proposal (expected "
                  "deaths {} before, {} after{}): reasonably practicable measures must be shown [{}]",
                  enterprise, before.en, after.en, most.en, check.rule_id),
      fmt::format(
          "“{}”的社会风险处于尽可能降低区且因本项目上升(预期死亡人数由{}升至{}{}):须论证合理可行的降低措施〔{}〕",
          enterprise, before.zh, after.zh, most.zh, check.rule_id)};
  return check;
}

}  // namespace sise
