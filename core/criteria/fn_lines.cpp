#include "core/criteria/fn_lines.hpp"

#include <cmath>
#include <cstddef>

namespace sise {

double FnLine::at(double deaths) const {
  std::size_t k = 1;
  while (k + 1 < points.size() && deaths > points[k].deaths) ++k;
  const FnPoint& a = points[k - 1];
  const FnPoint& b = points[k];
  if (deaths == a.deaths) return a.per_year;
  if (deaths == b.deaths) return b.per_year;
  const double slope = std::log(b.per_year / a.per_year) / std::log(b.deaths / a.deaths);
  return a.per_year * std::pow(deaths / a.deaths, slope);
}

FnCriterion fn_criterion(const RulePack& pack) {
  const SocietalCriterion& societal = pack.societal_risk;
  const auto line = [&](double at_one) {
    FnLine made;
    for (const double n : {1.0, 10.0, 100.0, 1000.0}) made.points.push_back({n, at_one * std::pow(n, societal.slope)});
    return made;
  };
  FnCriterion criterion;
  criterion.id = pack.id;
  criterion.rule_id = societal.rule_id;
  criterion.title = societal.title;
  criterion.source = societal.upper_at_one.source;
  criterion.confidence = weakest(societal.upper_at_one.confidence, societal.lower_at_one.confidence);
  criterion.upper = line(societal.upper_at_one.value);
  criterion.lower = line(societal.lower_at_one.value);
  if (societal.largest_n.value > 0.0) criterion.largest_n = societal.largest_n;
  return criterion;
}

}  // namespace sise
