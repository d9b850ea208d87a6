#include "core/decision/fn_judgement.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/criteria/limits.hpp"

namespace sise {
namespace {

/// The step at `deaths` against the line there; the largest ratio of all.
void take_worst(const FnLine& line, double deaths, double per_year, std::optional<FnWorst>& worst) {
  const FnWorst here{deaths, per_year, line.at(deaths)};
  if (!worst || here.ratio() > worst->ratio()) worst = here;
}

}  // namespace

std::string_view name_of(FnZone zone) {
  constexpr std::array<std::string_view, 3> kNames{"acceptable", "alarp", "unacceptable"};
  return kNames.at(static_cast<std::size_t>(zone));
}

Text label_of(FnZone zone) {
  switch (zone) {
    case FnZone::acceptable:
      return {"acceptable", "可接受区"};
    case FnZone::alarp:
      return {"as low as reasonably practicable", "尽可能降低区"};
    case FnZone::unacceptable:
      return {"unacceptable", "不可接受区"};
  }
  return {};
}

FnJudgement judged(const std::vector<FnStep>& steps, const FnCriterion& criterion) {
  FnJudgement result;
  if (steps.empty()) return result;
  result.most_deaths = steps.back().deaths;
  result.at_least_one_per_year = frequency_of_at_least(steps, criterion.fewest_deaths);
  const double end = criterion.largest_n ? criterion.largest_n->value : result.most_deaths;
  const auto compare = [&](double deaths, double per_year) {
    take_worst(criterion.upper, deaths, per_year, result.upper);
    if (criterion.lower) take_worst(*criterion.lower, deaths, per_year, result.lower);
  };
  // F is level between two steps and the lines fall: it comes closest at the steps.
  for (const FnStep& step : steps) {
    if (step.deaths >= criterion.fewest_deaths && step.deaths <= end) compare(step.deaths, step.at_least_per_year);
  }
  if (criterion.largest_n && exceeds(result.most_deaths, end)) {
    const double beyond = frequency_of_at_least(steps, std::nextafter(end, 2.0 * end));
    compare(end, beyond);
    result.beyond = FnWorst{result.most_deaths, beyond, 0.0};
  }
  const bool over = result.upper && exceeds(result.upper->per_year, result.upper->limit);
  const bool in_band = result.lower && exceeds(result.lower->per_year, result.lower->limit);
  result.zone = over || result.beyond ? FnZone::unacceptable : (in_band ? FnZone::alarp : FnZone::acceptable);
  return result;
}

bool rises_in_band(const std::vector<FnStep>& before, const std::vector<FnStep>& after, const FnCriterion& criterion) {
  return std::any_of(after.begin(), after.end(), [&](const FnStep& step) {
    if (step.deaths < criterion.fewest_deaths) return false;
    const bool in_band = !criterion.lower || exceeds(step.at_least_per_year, criterion.lower->at(step.deaths));
    return in_band && exceeds(step.at_least_per_year, frequency_of_at_least(before, step.deaths));
  });
}

}  // namespace sise
