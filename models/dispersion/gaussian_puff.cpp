#include "models/dispersion/gaussian_puff.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/dispersion/parameter_checks.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kYoungestPuff_s = 1.0;  // calm air: a puff has the size of its first second until then
constexpr double kUnseenPuff = 9.5;      // standard deviations: e^-45

double checked_mass(double mass_kg) {
  ParameterChecks checks;
  checks.not_negative("source.mass_kg", mass_kg);
  checks.throw_if_any();
  return mass_kg;
}

/// The highest value of f between two times, by samples and golden section around the best of them.
double highest(const Function1& f, double from, double to) {
  constexpr int kSamples = 60;
  const auto at = [&](int i) { return from + (to - from) * i / kSamples; };
  int best = 0;
  double value = f(from);
  for (int i = 1; i <= kSamples; ++i) {
    const double here = f(at(i));
    if (here <= value) continue;
    best = i;
    value = here;
  }
  const double top = golden_maximum(f, at(std::max(best - 1, 0)), at(std::min(best + 1, kSamples)));
  return std::max(value, f(top));
}

}  // namespace

GaussianPuff::GaussianPuff(double mass_kg, double height_m, const Weather& weather, const PlumeOptions& options)
    : mass_kg_(checked_mass(mass_kg)),
      column_{height_m, weather.mixing_height_m},
      unit_({1.0, height_m}, weather, options),
      travel_(unit_, options.transport_wind),
      calm_(unit_.calm() ? std::optional(small_wind_spread(weather.stability, weather.wind_speed_m_s)) : std::nullopt),
      calm_share_(calm_share(weather.wind_speed_m_s)) {
  if (!calm_ || calm_share_ == 1.0) return;
  Weather windy = weather;
  windy.wind_speed_m_s = kCalm_m_s;
  windy_ = std::make_shared<const GaussianPuff>(mass_kg, height_m, windy, options);
}

Puff GaussianPuff::at(double t_s) const {
  const double s = travel_.distance_m(t_s);
  if (!calm_) return {mass_kg_, s, 0.0, unit_.sigma_y_m(s), unit_.sigma_z_m(s)};
  const double age = std::max(t_s, kYoungestPuff_s);
  return {mass_kg_, s, 0.0, calm_->horizontal_m_s * age, calm_->vertical_m_s * age};
}

double GaussianPuff::concentration_kg_m3(double x_m, double y_m, double z_m, double t_s) const {
  if (std::isnan(t_s)) return std::numeric_limits<double>::quiet_NaN();
  if (t_s < 0.0) return 0.0;
  const double own = puff_kg_m3(at(t_s), column_, x_m, y_m, z_m);
  if (!windy_) return own;
  return calm_share_ * own + (1.0 - calm_share_) * windy_->concentration_kg_m3(x_m, y_m, z_m, t_s);
}

// The puff is highest about when it is nearest, a little earlier because it thins out. In calm air it also has to grow.
double GaussianPuff::peak_kg_m3(double x_m, double y_m, double z_m) const {
  const auto passing = [&](double t) { return concentration_kg_m3(x_m, y_m, z_m, t); };
  if (calm_) {
    const double away = std::hypot(x_m, y_m) / calm_->horizontal_m_s;
    const double above = std::abs(z_m - column_.height_m) / calm_->vertical_m_s;
    const auto at_log_age = [&](double log_t) { return passing(std::exp(log_t)); };
    const double own = highest(at_log_age, 0.0, std::log(kYoungestPuff_s + away + above) + 1.0);
    return windy_ ? std::max(own, (1.0 - calm_share_) * windy_->peak_kg_m3(x_m, y_m, z_m)) : own;
  }
  const double reach = kUnseenPuff * unit_.sigma_y_m(std::max(x_m, kNearestSigma_m));
  return highest(passing, travel_.time_s(std::max(x_m - reach, 0.0)), travel_.time_s(std::max(x_m, 0.0) + reach));
}

}  // namespace sise
