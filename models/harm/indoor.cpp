#include "models/harm/indoor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "models/base/constants.hpp"
#include "models/numeric/quadrature.hpp"

namespace sise {
namespace {

constexpr double kSecondsPerHour = 3600.0;

/// Below this many air changes the closed forms lose digits to cancellation.
constexpr double kFewAirChanges = 0.1;

/// Nodes and weights of the five-point Gauss rule on [0, 1].
constexpr std::array<std::pair<double, double>, 5> kGauss{{{0.04691007703066800, 0.11846344252809454},
                                                           {0.23076534494715845, 0.23931433524968324},
                                                           {0.5, 0.28444444444444444},
                                                           {0.76923465505284155, 0.23931433524968324},
                                                           {0.95308992296933200, 0.11846344252809454}}};

double rate_per_s(const Room& room) { return room.air_changes_per_h / kSecondsPerHour; }

double leaving_s(const Room& room) { return room.leave_after_s.value_or(std::numeric_limits<double>::infinity()); }

/// Integral of (1 - exp(-x))^n from 0 to x: the rise, in air changes.
double risen(double x, double n) {
  const double filled = -std::expm1(-x);
  if (x >= kFewAirChanges && n == 1.0) return x - filled;
  if (x >= kFewAirChanges && n == 2.0) return x - 2.0 * filled + 0.5 * filled * (2.0 - filled);
  return integrate([n](double y) { return std::pow(-std::expm1(-y), n); }, 0.0, x, 1e-10);
}

/// Integral of exp(-n x) from 0 to x: the tail, in air changes, of a room that holds 1.
double decayed(double x, double n) { return -std::expm1(-n * x) / n; }

/// The room between two samples: C_in(t) = settled + slope t + transient exp(-lambda t), t from the first of them.
struct Step {
  double settled;
  double slope;
  double transient;
  double rate;

  Step(double indoors, double outdoors, double slope_per_s, double lambda_per_s)
      : settled(outdoors - slope_per_s / lambda_per_s),
        slope(slope_per_s),
        transient(indoors - settled),
        rate(lambda_per_s) {}

  [[nodiscard]] double at(double t_s) const {
    return std::max(0.0, settled + slope * t_s + transient * std::exp(-rate * t_s));
  }
};

Step step_between(const CloudSample& from, const CloudSample& to, double indoors, double rate) {
  const double slope = (to.concentration - from.concentration) / (to.time_s - from.time_s);
  return {indoors, from.concentration, slope, rate};
}

/// Integral of C_in^n over [0, length], cut so finely that no part sees much of an air change, and finer at the start,
/// where the first step leaves zero.
double load_of(const Step& step, double length_s, double n) {
  const int parts = 8 + static_cast<int>(std::min(1000.0, 4.0 * step.rate * length_s));
  double sum = 0.0;
  for (int i = 0; i < parts; ++i) {
    const double from = length_s * std::pow(static_cast<double>(i) / parts, 2);
    const double to = length_s * std::pow((i + 1.0) / parts, 2);
    for (const auto& [node, weight] : kGauss)
      sum += weight * (to - from) * std::pow(step.at(from + node * (to - from)), n);
  }
  return sum;
}

}  // namespace

double indoor_concentration(const SteadyCloud& cloud, const Room& room, double time_s) {
  const double rate = rate_per_s(room);
  const double filled = -std::expm1(-rate * std::clamp(time_s, 0.0, cloud.duration_s));
  return cloud.concentration * filled * std::exp(-rate * std::max(0.0, time_s - cloud.duration_s));
}

double indoor_toxic_load(const SteadyCloud& cloud, double n, const Room& room) {
  const double rate = rate_per_s(room);
  const double stay_s = leaving_s(room);
  const double rise_s = std::min(cloud.duration_s, stay_s);
  const double filled = -std::expm1(-rate * rise_s);
  const double tail = std::pow(filled, n) * decayed(rate * (stay_s - rise_s), n);
  return std::pow(cloud.concentration, n) * (risen(rate * rise_s, n) + tail) / rate / kSecondsPerMinute;
}

double outdoor_toxic_load(const SteadyCloud& cloud, double n) {
  return std::pow(cloud.concentration, n) * cloud.duration_s / kSecondsPerMinute;
}

std::vector<double> indoor_concentrations(std::span<const CloudSample> samples, const Room& room) {
  std::vector<double> indoors;
  indoors.reserve(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (i == 0) {
      indoors.push_back(0.0);
      continue;
    }
    const Step step = step_between(samples[i - 1], samples[i], indoors.back(), rate_per_s(room));
    indoors.push_back(step.at(samples[i].time_s - samples[i - 1].time_s));
  }
  return indoors;
}

double indoor_toxic_load(std::span<const CloudSample> samples, double n, const Room& room) {
  if (samples.empty()) return 0.0;
  const double rate = rate_per_s(room);
  const double leave_s = samples.front().time_s + leaving_s(room);
  double indoors = 0.0;
  double load = 0.0;
  for (std::size_t i = 0; i + 1 < samples.size() && samples[i].time_s < leave_s; ++i) {
    const Step step = step_between(samples[i], samples[i + 1], indoors, rate);
    load += load_of(step, std::min(samples[i + 1].time_s, leave_s) - samples[i].time_s, n);
    indoors = step.at(samples[i + 1].time_s - samples[i].time_s);
  }
  const double tail_s = std::max(0.0, leave_s - samples.back().time_s);
  load += std::pow(indoors, n) * decayed(rate * tail_s, n) / rate;
  return load / kSecondsPerMinute;
}

}  // namespace sise
