#include "core/risk/societal/fn_curve.hpp"

#include <algorithm>
#include <cmath>

namespace sise {
namespace {

constexpr double kFewestLog = -6.0;  // fewer deaths than a millionth share a bin
constexpr double kMostLog = 7.0;
constexpr double kBinsPerDecadeBelowOne = 20.0;
constexpr double kBinsPerDecade = 200.0;
constexpr std::size_t kBelowOne = 1 + static_cast<std::size_t>(-kFewestLog * kBinsPerDecadeBelowOne);
constexpr std::size_t kBins = kBelowOne + static_cast<std::size_t>(kMostLog * kBinsPerDecade);

std::size_t bin_of(double deaths) {
  const double log = std::log10(deaths);
  if (log < kFewestLog) return 0;
  if (log < 0.0)
    return std::min(kBelowOne - 1, 1 + static_cast<std::size_t>((log - kFewestLog) * kBinsPerDecadeBelowOne));
  return std::min(kBins - 1, kBelowOne + static_cast<std::size_t>(log * kBinsPerDecade));
}

}  // namespace

FnCurve::FnCurve() : bins_(kBins) {}

void FnCurve::add(double deaths, double frequency_per_year) {
  if (!(deaths > 0.0)) return;
  Bin& bin = bins_[bin_of(deaths)];
  bin.frequency += frequency_per_year;
  bin.deaths += frequency_per_year * deaths;
  bin.added += std::abs(frequency_per_year);
}

void FnCurve::add(const FnCurve& other) {
  for (std::size_t i = 0; i < kBins; ++i) {
    bins_[i].frequency += other.bins_[i].frequency;
    bins_[i].deaths += other.bins_[i].deaths;
    bins_[i].added += other.bins_[i].added;
  }
}

void FnCurve::take_away(const FnCurve& other) {
  for (std::size_t i = 0; i < kBins; ++i) {
    bins_[i].frequency -= other.bins_[i].frequency;
    bins_[i].deaths -= other.bins_[i].deaths;
    bins_[i].added += other.bins_[i].added;
  }
}

double FnCurve::expected_deaths_per_year() const {
  double sum = 0.0;
  for (const Bin& bin : bins_) sum += bin.deaths;
  return sum;
}

double FnCurve::weighted_deaths_per_year(double exponent) const {
  double sum = 0.0;
  for (const FnStep& step : steps()) sum += step.frequency_per_year * std::pow(step.deaths, exponent);
  return sum;
}

std::vector<FnStep> FnCurve::steps() const {
  constexpr double kRounding = 1e-12;
  std::vector<FnStep> steps;
  double at_least = 0.0;
  for (std::size_t i = kBins; i-- > 0;) {
    const Bin& bin = bins_[i];
    if (!(bin.frequency > kRounding * bin.added)) continue;
    at_least += bin.frequency;
    steps.push_back({bin.deaths / bin.frequency, bin.frequency, at_least});
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::size_t FnCurve::bytes() { return kBins * sizeof(Bin); }

double frequency_of_at_least(const std::vector<FnStep>& steps, double deaths) {
  const auto reaches = [](const FnStep& step, double n) { return step.deaths < n; };
  const auto found = std::lower_bound(steps.begin(), steps.end(), deaths, reaches);
  return found == steps.end() ? 0.0 : found->at_least_per_year;
}

}  // namespace sise
