#include "models/dispersion/dense_gas_puff.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/dispersion/dense_gas_constants.hpp"

namespace sise {
namespace {
constexpr double kPlumeCoreLength = 0.9999;
}  // namespace

DensePuff::DensePuff(const DenseMixture& mixture, const DenseEntrainment& entrainment, double mass_kg)
    : mixture_(mixture), entrainment_(entrainment), mass_kg_(mass_kg) {}

CloudSection DensePuff::section(bool lifted, double t_s, const PuffVector& y) const {
  CloudSection s;
  const double R = y[kPuffMass];
  s.x_m = y[kPuffPlace];
  s.time_s = t_s;
  s.lifted = lifted;
  s.mass_fraction = std::min(1.0, mass_kg_ / (4.0 * R));
  s.mixture = mixture_.at(s.mass_fraction, y[kPuffHeat] / R);
  s.half_width_m = y[kPuffWidth];
  s.core_m = y[kPuffCore];
  s.half_length_m = y[kPuffLength];
  s.core_length_m = y[kPuffCoreLength];
  s.height_m = R / (s.mixture.density_kg_m3 * s.half_width_m * s.half_length_m);
  s.centre_m = std::max(0.0, y[kPuffCentre]);
  s.slump_m_s = std::max(0.0, y[kPuffSlump]) / R;
  s.slump_along_m_s = std::max(0.0, y[kPuffSlumpAlong]) / R;
  const bool buoyant = s.mixture.density_kg_m3 < entrainment_.air_density_kg_m3();
  s.climb_m_s = lifted || buoyant ? y[kPuffLift] / R
                                  : -(s.slump_m_s / s.half_width_m + s.slump_along_m_s / s.half_length_m) * s.centre_m;
  const double bottom = lifted ? std::max(0.0, s.centre_m - 0.5 * s.height_m) : 0.0;
  const double wind = entrainment_.air().mean_wind_m_s(bottom, lifted ? s.centre_m + 0.5 * s.height_m : s.height_m);
  s.speed_m_s = (1.0 - s.mass_fraction) * wind + y[kPuffDrift] / R;
  return s;
}

PuffVector DensePuff::slope(bool lifted, double t_s, const PuffVector& y) const {
  const CloudSection s = section(lifted, t_s, y);
  const Entrainment e = entrainment_.into(s, 0.0);
  const double air_density = entrainment_.air_density_kg_m3();
  const double density = s.mixture.density_kg_m3;
  const double R = y[kPuffMass];
  const double B = s.half_width_m;
  const double L = s.half_length_m;
  const double h = s.height_m;
  const double inflow =
      std::numbers::sqrt3 * air_density * ((e.front_m_s * B + e.side_m_s * L) * h + e.top_m_s * B * L);
  const double relative = inflow / R;
  const double heat = y[kPuffHeat] / R;
  const double growth =
      density_growth(mixture_, s, heat, -s.mass_fraction * relative, e.heat_W_m / R - heat * relative, relative);
  const double surface = h * (B + L) + 2.0 * B * L;
  const double narrow = L * h / surface * growth;
  const double shorten = B * h / surface * growth;
  const double excess = density - air_density;
  const double push = kSlumpForce * kDenseGravity_m_s2 * excess * h * h;
  const auto never_below_zero = [](double value, double rate) { return value > 0.0 ? rate : std::max(rate, 0.0); };

  PuffVector d = PuffVector::Zero();
  d[kPuffMass] = inflow;
  d[kPuffDrift] = e.force_along_N_m;
  d[kPuffHeat] = e.heat_W_m;
  if (!lifted) {
    d[kPuffSlump] = never_below_zero(y[kPuffSlump], push * L + e.force_slump_N_m);
    d[kPuffSlumpAlong] = never_below_zero(y[kPuffSlumpAlong], push * B + e.force_slump_along_N_m);
  }
  const double edge = std::numbers::sqrt3 * air_density / density;
  d[kPuffWidth] = edge * e.side_m_s + s.slump_m_s - narrow * B;
  d[kPuffCore] = (s.slump_m_s / B - narrow) * s.core_m;
  d[kPuffLength] = edge * e.front_m_s + s.slump_along_m_s - shorten * L;
  d[kPuffCoreLength] = (s.slump_along_m_s / L - shorten) * s.core_length_m;
  d[kPuffCentre] = s.climb_m_s;
  if (lifted || excess < 0.0) d[kPuffLift] = -kDenseGravity_m_s2 * excess * B * L * h + e.force_lift_N_m;
  d[kPuffPlace] = s.speed_m_s;
  return d;
}

PuffVector DensePuff::start(double area_m2, double height_m) const {
  PuffVector y = PuffVector::Zero();
  const double half = 0.5 * std::sqrt(area_m2);
  y[kPuffMass] = 0.25 * mass_kg_;
  y[kPuffWidth] = half;
  y[kPuffLength] = half;
  y[kPuffCore] = kFirstCore * half;
  y[kPuffCoreLength] = kFirstCore * half;
  y[kPuffCentre] = height_m;
  return y;
}

PuffVector DensePuff::from_plume(const CloudSection& slice, const PlumeVector& plume) const {
  const double R = mass_kg_ / (4.0 * slice.mass_fraction);
  const double L = R / (slice.mixture.density_kg_m3 * slice.half_width_m * slice.height_m);
  const double per_flux = R / plume[kPlumeFlux];
  const double bottom = slice.lifted ? std::max(0.0, slice.centre_m - 0.5 * slice.height_m) : 0.0;
  const double top = slice.lifted ? slice.centre_m + 0.5 * slice.height_m : slice.height_m;
  const double wind = entrainment_.air().mean_wind_m_s(bottom, top);
  PuffVector y = PuffVector::Zero();
  y[kPuffMass] = R;
  y[kPuffDrift] = R * (slice.speed_m_s - (1.0 - slice.mass_fraction) * wind);
  y[kPuffHeat] = plume[kPlumeHeat] * per_flux;
  y[kPuffSlump] = R * slice.slump_m_s;
  y[kPuffSlumpAlong] = R * slice.slump_m_s * slice.half_width_m / L;
  y[kPuffWidth] = slice.half_width_m;
  y[kPuffCore] = slice.core_m;
  y[kPuffLength] = L;
  y[kPuffCoreLength] = kPlumeCoreLength * L;
  y[kPuffCentre] = plume[kPlumeCentre];
  y[kPuffLift] = plume[kPlumeLift] * per_flux;
  y[kPuffPlace] = slice.x_m;
  return y;
}

}  // namespace sise
