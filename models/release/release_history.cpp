#include "models/release/release_history.hpp"

#include <algorithm>
#include <cstddef>

#include "models/numeric/roots.hpp"

namespace sise {
namespace {

/// The first step after t; t lies between the first and the last.
std::size_t step_after(const std::vector<ReleaseStep>& steps, double time_s) {
  const auto later = std::upper_bound(steps.begin(), steps.end(), time_s,
                                      [](double t, const ReleaseStep& step) { return t < step.time_s; });
  return static_cast<std::size_t>(later - steps.begin());
}

double cubic_mass_kg(const ReleaseStep& a, const ReleaseStep& b, double time_s) {
  const double dt = b.time_s - a.time_s;
  const double x = (time_s - a.time_s) / dt;
  const double from_masses = a.released_kg + (b.released_kg - a.released_kg) * x * x * (3.0 - 2.0 * x);
  const double from_rates = dt * x * (1.0 - x) * (a.rate_kg_s * (1.0 - x) - b.rate_kg_s * x);
  return std::clamp(from_masses + from_rates, a.released_kg, b.released_kg);
}

}  // namespace

void ReleaseHistory::warn(const std::string& code) {
  if (std::find(warnings.begin(), warnings.end(), code) == warnings.end()) warnings.push_back(code);
}

void append(ReleaseHistory& history, const ReleaseHistory& later) {
  for (ReleaseStep step : later.steps) {
    step.time_s += history.duration_s;
    step.released_kg += history.total_kg;
    history.steps.push_back(step);
  }
  history.total_kg += later.total_kg;
  history.duration_s += later.duration_s;
  history.remaining_kg = later.remaining_kg;
  for (const std::string& code : later.warnings) history.warn(code);
}

double released_kg(const ReleaseHistory& history, double time_s) {
  if (history.steps.empty() || time_s <= 0.0) return 0.0;
  if (time_s >= history.duration_s) return history.total_kg;
  const std::size_t after = step_after(history.steps, time_s);
  return cubic_mass_kg(history.steps[after - 1], history.steps[after], time_s);
}

ReleaseStep state_at(const ReleaseHistory& history, double time_s) {
  if (history.steps.empty()) return {};
  const ReleaseStep& last = history.steps.back();
  if (time_s == last.time_s) return last;
  if (time_s > last.time_s) {
    return {time_s, 0.0, last.pressure_Pa, last.temperature_K, last.vapour_fraction, last.released_kg};
  }
  const std::size_t after = step_after(history.steps, time_s);
  const ReleaseStep& a = history.steps[after - 1];
  const ReleaseStep& b = history.steps[after];
  if (time_s == a.time_s) return a;
  const double x = (time_s - a.time_s) / (b.time_s - a.time_s);
  const auto between = [x](double from, double to) { return from + x * (to - from); };
  return {time_s,
          between(a.rate_kg_s, b.rate_kg_s),
          between(a.pressure_Pa, b.pressure_Pa),
          between(a.temperature_K, b.temperature_K),
          between(a.vapour_fraction, b.vapour_fraction),
          cubic_mass_kg(a, b, time_s)};
}

double mean_rate_kg_s(const ReleaseHistory& history, double window_s) {
  const double flowing_s = std::min(window_s, history.duration_s);
  return flowing_s > 0.0 ? released_kg(history, flowing_s) / flowing_s : 0.0;
}

std::vector<ConstantRate> equal_masses(const ReleaseHistory& history, int count) {
  if (!(history.total_kg > 0.0) || !(history.duration_s > 0.0)) return {{0.0, 0.0}};
  std::vector<ConstantRate> rates;
  const double share_kg = history.total_kg / count;
  double from_s = 0.0;
  for (int i = 1; i <= count; ++i) {
    const auto excess = [&](double t) { return released_kg(history, t) - share_kg * i; };
    const double to_s = i == count ? history.duration_s : brent(excess, from_s, history.duration_s);
    rates.push_back({from_s, share_kg / (to_s - from_s)});
    from_s = to_s;
  }
  rates.push_back({from_s, 0.0});
  return rates;
}

}  // namespace sise
