#include <algorithm>
#include <cmath>
#include <limits>

#include "models/dispersion/gaussian_puff.hpp"
#include "models/dispersion/parameter_checks.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kYoungest_s = 1.0;  // calm air: younger puffs are as large as one second old
constexpr double kUnseen = 9.5;      // standard deviations: e^-45

double checked_duration(double duration_s) {
  ParameterChecks checks;
  checks.positive("source.duration_s", duration_s);
  checks.throw_if_any();
  return duration_s;
}

}  // namespace

FiniteRelease::FiniteRelease(double rate_kg_s, double duration_s, double height_m, const Weather& weather,
                             const PlumeOptions& options)
    : duration_s_(checked_duration(duration_s)),
      column_{height_m, weather.mixing_height_m},
      steady_({rate_kg_s, height_m}, weather, options),
      travel_(steady_, options.transport_wind),
      calm_(steady_.calm() ? std::optional(small_wind_spread(weather.stability, weather.wind_speed_m_s))
                           : std::nullopt),
      calm_share_(calm_share(weather.wind_speed_m_s)) {
  if (!calm_ || calm_share_ == 1.0) return;
  Weather windy = weather;
  windy.wind_speed_m_s = kCalm_m_s;
  windy_ = std::make_shared<const FiniteRelease>(rate_kg_s, duration_s, height_m, windy, options);
}

double FiniteRelease::concentration_kg_m3(double x_m, double y_m, double z_m, double t_s) const {
  if (std::isnan(t_s)) return std::numeric_limits<double>::quiet_NaN();
  const double steady = steady_.concentration_kg_m3(x_m, y_m, z_m);
  if (t_s <= 0.0 || !(steady > 0.0)) return t_s <= 0.0 ? 0.0 : steady;
  if (calm_) {
    const double own = calm_kg_m3(x_m, y_m, z_m, t_s);
    if (!windy_) return own;
    return calm_share_ * own + (1.0 - calm_share_) * windy_->concentration_kg_m3(x_m, y_m, z_m, t_s);
  }
  const double sigma = steady_.sigma_y_m(x_m);
  const double first = travel_.distance_m(t_s);
  const double last = travel_.distance_m(std::max(t_s - duration_s_, 0.0));
  return steady * normal_between((last - x_m) / sigma, (first - x_m) / sigma);
}

// The puffs of every age between the youngest's and the oldest's, over w = 1/age, where the integrand is smooth. Only
// while the puff's edges, a/w across and b/w upwards, reach the place.
double FiniteRelease::calm_kg_m3(double x_m, double y_m, double z_m, double t_s) const {
  const double u = travel_.speed_m_s(0.0);
  const auto puff_at = [&](double age_s) {
    const Puff puff{1.0, u * age_s, 0.0, calm_->horizontal_m_s * age_s, calm_->vertical_m_s * age_s};
    return puff_kg_m3(puff, column_, x_m, y_m, z_m);
  };
  const double youngest = std::max(t_s - duration_s_, 0.0);
  const double fresh_s = std::max(std::min(t_s, kYoungest_s) - youngest, 0.0);
  double sum = fresh_s > 0.0 ? fresh_s * puff_at(kYoungest_s) : 0.0;

  const double away = std::max(std::hypot(x_m, y_m), 1.0);
  const double above = std::max(std::abs(z_m - column_.height_m), 1.0);
  const double reaching = std::min((kUnseen * calm_->horizontal_m_s + u) / away, kUnseen * calm_->vertical_m_s / above);
  const double from = 1.0 / t_s;
  const double to = std::min(1.0 / std::max(youngest, kYoungest_s), reaching);
  if (to > from) sum += integrate([&](double w) { return puff_at(1.0 / w) / (w * w); }, from, to, 1e-10);
  return steady_.source().rate_kg_s * sum;
}

// A place sees the most while the middle of the cloud passes it, but not before the last of the gas has left.
double FiniteRelease::peak_kg_m3(double x_m, double y_m, double z_m) const {
  const auto at = [&](double t) { return concentration_kg_m3(x_m, y_m, z_m, t); };
  double earliest = 0.0;  // the front is at the place
  double latest = 0.0;
  if (calm_) {
    const double away = std::hypot(x_m, y_m) / calm_->horizontal_m_s;
    const double above = std::abs(z_m - column_.height_m) / calm_->vertical_m_s;
    earliest = (away + above) / 4.0;
    latest = 2.0 * (away + above) + kYoungest_s;
  } else {
    earliest = travel_.time_s(std::max(x_m, 0.0));
    latest = earliest;
  }
  const double passing = golden_maximum(at, std::max(duration_s_, earliest), latest + duration_s_);
  const double own = std::max(at(duration_s_), at(passing));
  return windy_ ? std::max(own, (1.0 - calm_share_) * windy_->peak_kg_m3(x_m, y_m, z_m)) : own;
}

}  // namespace sise
