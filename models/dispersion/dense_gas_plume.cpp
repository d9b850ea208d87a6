#include "models/dispersion/dense_gas_plume.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/dispersion/dense_gas_constants.hpp"

namespace sise {
namespace {

constexpr double kBlocking = 0.45;      // of the momentum flux: more and the law of momentum would have no solution
constexpr double kRelativeStep = 1e-5;  // of the difference quotient
constexpr double kPoolStart = 1e-3;     // of the pool's length
constexpr int kPoolIterations = 60;

}  // namespace

double density_growth(const DenseMixture& mixture, const CloudSection& section, double heat_J_kg,
                      double mass_fraction_rate, double heat_rate, double scale) {
  if (section.mixture.all_vapour)
    return mixture.vapour_growth(section.mass_fraction, heat_J_kg, mass_fraction_rate, heat_rate);
  const double step = kRelativeStep / scale;
  const MixtureState there =
      mixture.at(section.mass_fraction + step * mass_fraction_rate, heat_J_kg + step * heat_rate);
  return std::log(there.density_kg_m3 / section.mixture.density_kg_m3) / step;
}

/// The rates of change that the momentum needs.
struct DensePlume::Growth {
  double flux = 0.0;       ///< R
  double flux_rate = 0.0;  ///< R'
  double density = 0.0;    ///< r = (ln rho)'
  double width = 0.0;      ///< a_B: B'/B without what compressing and accelerating do
  double squeeze = 0.0;    ///< gamma = h/(h + 2B)
  bool fast = false;       ///< faster than the wind: it narrows where it speeds up
};

DensePlume::DensePlume(const DenseMixture& mixture, const DenseEntrainment& entrainment, double rate_kg_s,
                       double pool_half_width_m)
    : mixture_(mixture), entrainment_(entrainment), rate_kg_s_(rate_kg_s), pool_m_(pool_half_width_m) {
  if (pool_m_ > 0.0) pool_rise_m_s_ = rate_kg_s_ / (mixture.pure().density_kg_m3 * 4.0 * pool_m_ * pool_m_);
}

CloudSection DensePlume::section(PlumePlace place, double x_m, const PlumeVector& y) const {
  CloudSection s;
  const double R = y[kPlumeFlux];
  s.x_m = x_m;
  s.time_s = y[kPlumeTime];
  s.over_pool = place == PlumePlace::pool;
  s.lifted = place == PlumePlace::lifted;
  const double given = s.over_pool ? rate_kg_s_ * (x_m + pool_m_) / (4.0 * pool_m_) : 0.5 * rate_kg_s_;
  s.mass_fraction = std::min(1.0, given / R);
  s.mixture = mixture_.at(s.mass_fraction, y[kPlumeHeat] / R);
  s.speed_m_s = y[kPlumeSpeed];
  s.half_width_m = y[kPlumeWidth];
  s.core_m = y[kPlumeCore];
  s.height_m = R / (s.mixture.density_kg_m3 * s.speed_m_s * s.half_width_m);
  s.centre_m = std::max(0.0, y[kPlumeCentre]);
  s.slump_m_s = std::max(0.0, y[kPlumeSlump]) / R;
  // What a pool gives stays on it until it has left it.
  const bool buoyant = !s.over_pool && s.mixture.density_kg_m3 < entrainment_.air_density_kg_m3();
  s.climb_m_s = s.lifted || buoyant ? y[kPlumeLift] / R : -s.slump_m_s * s.centre_m / s.half_width_m;
  return s;
}

double DensePlume::blocking(const CloudSection& s, double flux_kg_s) const {
  const double excess = s.mixture.density_kg_m3 - entrainment_.air_density_kg_m3();
  return kSlumpPressure * kDenseGravity_m_s2 * excess * s.half_width_m * s.height_m * s.height_m /
         (flux_kg_s * s.speed_m_s);
}

// U'/U from the balance of momentum.
double DensePlume::acceleration(const CloudSection& s, const Entrainment& e, const Growth& g) const {
  const double density = s.mixture.density_kg_m3;
  const double excess = density - entrainment_.air_density_kg_m3();
  const double U = s.speed_m_s;
  const DenseGasAir& air = entrainment_.air();
  const double narrowing = g.fast ? g.squeeze : 0.0;
  const double a_h = g.flux_rate / g.flux - g.density - g.width + g.squeeze * g.density;
  const double top = e.top_wind_m_s;
  const double bottom = s.lifted ? air.wind_m_s(std::max(0.0, s.centre_m - 0.5 * s.height_m)) : 0.0;
  const double by_height = (s.lifted ? 0.5 * (top + bottom) : top) - e.mean_wind_m_s;
  const double by_centre = s.lifted ? (top - bottom) / s.height_m : 0.0;
  const double air_flux = (1.0 - s.mass_fraction) * g.flux;
  const double drive = e.force_along_N_m + air_flux * (by_height * a_h + by_centre * s.climb_m_s / U);
  const double pool_or_air = air_flux * by_height * (1.0 - narrowing);
  const bool presses = excess > 0.0 && !s.lifted && !s.over_pool;
  const double P = presses ? 0.5 * blocking(s, g.flux) * g.flux * U : 0.0;
  const double limit = kBlocking * g.flux * U;
  if (P > limit) {
    return (drive - limit * g.flux_rate / g.flux) / (g.flux * U + limit + pool_or_air);
  }
  const double a_P = presses ? g.density * density / excess + g.width - g.squeeze * g.density + 2.0 * a_h : 0.0;
  return (drive - P * a_P) / (g.flux * U - (2.0 - narrowing) * P + pool_or_air);
}

PlumeVector DensePlume::slope(PlumePlace place, double x_m, const PlumeVector& y) const {
  const CloudSection s = section(place, x_m, y);
  const Entrainment e = entrainment_.into(s, s.over_pool ? pool_rise_m_s_ : 0.0);
  const double air_density = entrainment_.air_density_kg_m3();
  const double density = s.mixture.density_kg_m3;
  const double U = s.speed_m_s;
  const double B = s.half_width_m;
  const double from_pool = s.over_pool ? rate_kg_s_ / (4.0 * pool_m_) : 0.0;
  const double inflow = std::numbers::sqrt3 * air_density * (e.side_m_s * s.height_m + e.top_m_s * B);

  Growth g;
  g.flux = y[kPlumeFlux];
  g.flux_rate = inflow + from_pool;
  const double relative = g.flux_rate / g.flux;
  const double mass_rate = (s.over_pool ? from_pool / g.flux : 0.0) - s.mass_fraction * relative;
  const double heat = y[kPlumeHeat] / g.flux;
  const double heat_rate = e.heat_W_m / g.flux - heat * relative;
  g.density = density_growth(mixture_, s, heat, mass_rate, heat_rate, relative);
  g.width = (std::numbers::sqrt3 * air_density / density * e.side_m_s + s.slump_m_s) / (U * B);
  g.squeeze = s.height_m / (s.height_m + 2.0 * B);
  g.fast = U > e.mean_wind_m_s;

  Entrainment with_inflow = e;  // the air brings the wind's momentum, all that enters must be carried along
  with_inflow.force_along_N_m += inflow * e.mean_wind_m_s - g.flux_rate * U;
  const double faster = acceleration(s, with_inflow, g);
  const double narrowing = g.squeeze * (g.density + (g.fast ? faster : 0.0));

  const double excess = density - air_density;
  PlumeVector d = PlumeVector::Zero();
  d[kPlumeFlux] = g.flux_rate;
  d[kPlumeSpeed] = faster * U;
  d[kPlumeHeat] = e.heat_W_m;
  if (!s.lifted) {
    const double push = kSlumpForce * kDenseGravity_m_s2 * excess * s.height_m * s.height_m + e.force_slump_N_m;
    d[kPlumeSlump] = y[kPlumeSlump] > 0.0 ? push : std::max(push, 0.0);
  }
  d[kPlumeWidth] = (g.width - narrowing) * B;
  d[kPlumeCore] = (s.slump_m_s / (U * B) - narrowing) * s.core_m;
  d[kPlumeCentre] = s.climb_m_s / U;
  if (s.lifted || (excess < 0.0 && !s.over_pool)) {
    d[kPlumeLift] = -kDenseGravity_m_s2 * excess * B * s.height_m + e.force_lift_N_m;
  }
  d[kPlumeTime] = (s.over_pool ? (x_m + pool_m_) / (2.0 * pool_m_) : 1.0) / U;
  return d;
}

PlumeVector DensePlume::start_of_pool(double& x_m) const {
  const double first = kPoolStart * 2.0 * pool_m_;
  const double source = rate_kg_s_ / (4.0 * pool_m_);
  x_m = first - pool_m_;
  CloudSection s;
  s.over_pool = true;
  s.half_width_m = pool_m_;
  s.height_m = first;
  double inflow = 0.0;
  for (int i = 0; i < kPoolIterations; ++i) {
    s.mass_fraction = source / (source + inflow);
    s.mixture = mixture_.at(s.mass_fraction, 0.0);
    s.speed_m_s = std::max((1.0 - s.mass_fraction) * entrainment_.air().mean_wind_m_s(0.0, s.height_m), 1e-6);
    const Entrainment e = entrainment_.into(s, pool_rise_m_s_);
    inflow =
        std::numbers::sqrt3 * entrainment_.air_density_kg_m3() * (e.side_m_s * s.height_m + e.top_m_s * s.half_width_m);
    s.mass_fraction = source / (source + inflow);
    s.speed_m_s = (1.0 - s.mass_fraction) * e.mean_wind_m_s;
    const double height = (inflow + source) * first / (s.mixture.density_kg_m3 * s.speed_m_s * s.half_width_m);
    const double next = std::sqrt(s.height_m * height);
    const bool settled = std::abs(next - s.height_m) < 1e-10 * next;
    s.height_m = next;
    if (settled) break;
  }
  PlumeVector y = PlumeVector::Zero();
  y[kPlumeFlux] = (inflow + source) * first;
  y[kPlumeSpeed] = s.speed_m_s;
  y[kPlumeWidth] = pool_m_;
  y[kPlumeCore] = 0.9 * pool_m_;
  return y;
}

}  // namespace sise
