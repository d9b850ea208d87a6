#include "core/rating/register/point_method.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sise {
namespace {

/// Thousandths, so that 0.1·10·7 is 7 and meets a limit exactly.
constexpr double kUnits = 1000.0;

std::int64_t in_thousandths(double value) { return std::llround(value * kUnits); }

bool on_scale(const Factor& factor, double value) {
  return std::any_of(factor.scale.begin(), factor.scale.end(),
                     [&](const FactorStep& step) { return in_thousandths(step.value) == in_thousandths(value); });
}

/// The product in exact decimals as far as 64 bits hold them: three factors of up to 100 do.
double product_of(std::span<const double> values) {
  std::int64_t product = 1;
  double scale = 1.0;
  for (const double value : values) {
    product *= in_thousandths(value);
    scale *= kUnits;
  }
  return static_cast<double>(product) / scale;
}

void grade_by_band(const PointMethod& method, PointScore& result) {
  for (std::size_t i = 0; i < method.bands.size(); ++i) {
    if (!method.bands[i].holds(*result.score)) continue;
    result.grade = method.bands[i].grade;
    result.band = i;
    return;
  }
  result.fault = ScoreFault::no_band;
}

void grade_by_cell(const PointMethod& method, std::span<const double> values, PointScore& result) {
  std::vector<double> steps;
  for (const FactorStep& step : method.factors[1].scale) steps.push_back(step.value);
  std::sort(steps.begin(), steps.end());
  const auto column = std::lower_bound(steps.begin(), steps.end(), values[1]) - steps.begin();
  for (const GradeRow& row : method.cells) {
    if (row.first == values[0]) result.grade = row.grades.at(static_cast<std::size_t>(column));
  }
  if (result.grade == Grade::unrated) result.fault = ScoreFault::no_band;
}

void grade_values(const PointMethod& method, std::span<const double> values, PointScore& result) {
  result.score = product_of(values);
  if (method.cells.empty()) {
    grade_by_band(method, result);
  } else {
    grade_by_cell(method, values, result);
  }
}

}  // namespace

std::vector<std::string> PointMethod::columns() const {
  std::vector<std::string> names;
  for (const Factor& factor : factors) names.insert(names.end(), factor.columns.begin(), factor.columns.end());
  return names;
}

PointScore score_point(const PointMethod& method, std::span<const std::optional<double>> values) {
  PointScore result;
  std::vector<double> chosen;
  std::size_t at = 0;
  for (const Factor& factor : method.factors) {
    std::optional<double> highest;
    for (std::size_t i = 0; i < factor.columns.size(); ++i, ++at) {
      const std::optional<double>& value = values[at];
      if (!value) continue;
      if (!on_scale(factor, *value)) {
        result.fault = ScoreFault::off_scale;
        result.factor = at;
        return result;
      }
      highest = std::max(highest.value_or(*value), *value);
    }
    if (!highest) {
      result.fault = ScoreFault::missing_factor;
      result.factor = at - factor.columns.size();
      return result;
    }
    chosen.push_back(*highest);
  }
  grade_values(method, chosen, result);
  return result;
}

std::optional<std::vector<double>> hole_of(const PointMethod& method) {
  std::vector<std::size_t> step(method.factors.size(), 0);
  for (;;) {
    std::vector<double> values;
    for (std::size_t i = 0; i < step.size(); ++i) values.push_back(method.factors[i].scale[step[i]].value);
    PointScore result;
    grade_values(method, values, result);
    if (result.fault != ScoreFault::none) return values;
    std::size_t i = 0;
    while (i < step.size() && ++step[i] == method.factors[i].scale.size()) step[i++] = 0;
    if (i == step.size()) return std::nullopt;
  }
}

}  // namespace sise
