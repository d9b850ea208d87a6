#include "models/fire/jet_fire.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"
#include "models/fire/radiation_distance.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

void check(const JetFireSource& source, const JetFireAir& air) {
  require_positive("rate_kg_s", source.rate_kg_s);
  require_positive("jet_velocity_m_s", source.jet_velocity_m_s);
  require_positive("molar_mass_kg_mol", source.molar_mass_kg_mol);
  require_positive("heat_of_combustion_J_kg", source.heat_of_combustion_J_kg);
  require_positive("jet_density_kg_m3", source.jet_density_kg_m3);
  require_range(source.height_m >= 0.0, "height_m", source.height_m, {"at least 0", "不小于 0"});
  require_range(source.jet_angle_deg >= 0.0 && source.jet_angle_deg <= 180.0, "jet_angle_deg", source.jet_angle_deg,
                {"from 0 to 180", "在 0 至 180 之间"});
  require_range(air.wind_speed_m_s >= 0.0, "wind_speed_m_s", air.wind_speed_m_s, {"at least 0", "不小于 0"});
}

/// Effective diameter of the opening: that of a jet of air with the same rate and speed.
double effective_diameter_m(const JetFireSource& source, const JetFireAir& air) {
  return std::sqrt(4.0 * source.rate_kg_s / (std::numbers::pi * air.density_kg_m3 * source.jet_velocity_m_s));
}

/// (g / (Ds^2 uj^2))^(1/3), 1/m.
double richardson_scale(double ds_m, double jet_m_s) {
  return std::cbrt(kGravity_m_s2 / (ds_m * ds_m * jet_m_s * jet_m_s));
}

/// Flame length in still air: Ds times the root Y of 0.024 (g Ds/uj^2)^(1/3) Y^(5/3) + 0.2 Y^(2/3) = (2.85/W)^(2/3), W the
/// mass fraction of fuel in the stoichiometric mixture.
double still_air_length_m(const JetFireSource& source, double ds_m) {
  const double w = source.molar_mass_kg_mol / (15.816 * source.molar_mass_kg_mol + 0.0395);
  const double buoyancy = 0.024 * std::cbrt(kGravity_m_s2 * ds_m / (source.jet_velocity_m_s * source.jet_velocity_m_s));
  const double target = std::pow(2.85 / w, 2.0 / 3.0);
  const double momentum_only = std::pow(target / 0.2, 1.5);
  const auto excess = [&](double y) {
    return buoyancy * std::pow(y, 5.0 / 3.0) + 0.2 * std::pow(y, 2.0 / 3.0) - target;
  };
  return ds_m * brent(excess, 0.0, momentum_only);
}

/// Angle between the jet's axis and the flame's, degrees, positive towards the wind's direction.
double tilt_deg(double angle_deg, double wind_ratio, double xi) {
  const double bent = (angle_deg - 90.0) * (1.0 - std::exp(-25.6 * wind_ratio));
  const double blown = wind_ratio <= 0.05 ? 8000.0 * wind_ratio : 134.0 + 1726.0 * std::sqrt(wind_ratio - 0.026);
  return bent + blown / xi;
}

double lift_off_m(double length_m, double tilt_deg, double wind_ratio) {
  const double k = 0.185 * std::exp(-20.0 * wind_ratio) + 0.015;
  const double alpha = tilt_deg * kDegree;
  return std::abs(alpha) < 1e-9 ? k * length_m : length_m * std::sin(k * alpha) / std::sin(alpha);
}

double base_diameter_m(const JetFireSource& source, const JetFireAir& air, double ds_m, double wind_ratio) {
  const double c = 1000.0 * std::exp(-100.0 * wind_ratio) + 0.8;
  const double xi = richardson_scale(ds_m, source.jet_velocity_m_s) * ds_m;
  const double density = 1.0 - std::sqrt(air.density_kg_m3 / source.jet_density_kg_m3) / 15.0;
  return ds_m * (13.5 * std::exp(-6.0 * wind_ratio) + 1.5) * (1.0 - density * std::exp(-70.0 * xi * c * wind_ratio));
}

double tip_diameter_m(double length_m, double wind_ratio) {
  return length_m * (0.18 * std::exp(-1.5 * wind_ratio) + 0.31) * (1.0 - 0.47 * std::exp(-25.0 * wind_ratio));
}

FlamePoint along(const FlamePoint& from, double angle_deg, double distance_m) {
  return {from[0] + distance_m * std::cos(angle_deg * kDegree), 0.0,
          from[2] + distance_m * std::sin(angle_deg * kDegree)};
}

}  // namespace

ChamberlainJet::ChamberlainJet(const JetFireSource& source, const JetFireAir& air, const Transmissivity& transmissivity)
    : transmissivity_(transmissivity) {
  check(source, air);
  const double uj = source.jet_velocity_m_s;
  const double u = air.wind_speed_m_s;
  const double wind_ratio = u / uj;
  const double ds_m = effective_diameter_m(source, air);
  const double still_m = still_air_length_m(source, ds_m);
  length_m_ = still_m * (0.51 * std::exp(-0.4 * u) + 0.49) * (1.0 - 0.00607 * (source.jet_angle_deg - 90.0));
  tilt_deg_ = sise::tilt_deg(source.jet_angle_deg, wind_ratio, richardson_scale(ds_m, uj) * still_m);
  lift_off_m_ = sise::lift_off_m(length_m_, tilt_deg_, wind_ratio);
  const double alpha = tilt_deg_ * kDegree;
  const double sideways = lift_off_m_ * std::sin(alpha);
  const double frustum_m = std::sqrt(length_m_ * length_m_ - sideways * sideways) - lift_off_m_ * std::cos(alpha);
  const double base_m = base_diameter_m(source, air, ds_m, wind_ratio);
  const double tip_m = tip_diameter_m(length_m_, wind_ratio);
  base_ = along({0.0, 0.0, source.height_m}, source.jet_angle_deg, lift_off_m_);
  tip_ = along(base_, source.jet_angle_deg - tilt_deg_, frustum_m);
  frustum_.emplace(base_, tip_, base_m, tip_m);
  middle_ = {0.5 * (base_[0] + tip_[0]), 0.0, 0.5 * (base_[2] + tip_[2])};
  half_width_m_ = 0.5 * std::max(base_m, tip_m);
  const double fraction = source.radiative_fraction.value_or(0.21 * std::exp(-0.00323 * uj) + 0.11);
  emissive_power_w_m2_ = fraction * source.rate_kg_s * source.heat_of_combustion_J_kg / frustum_->surface_m2();
}

double ChamberlainJet::path_m(double r_m, double y_m) const {
  const double x_m = r_m - middle_[0];
  return std::max(0.0, std::sqrt(x_m * x_m + y_m * y_m + middle_[2] * middle_[2]) - half_width_m_);
}

double ChamberlainJet::radiation_w_m2(double r_m, Receiver receiver) const {
  return radiation_around_w_m2(r_m, 0.0, receiver);
}

double ChamberlainJet::radiation_around_w_m2(double x_m, double y_m, Receiver receiver) const {
  return emissive_power_w_m2_ * transmissivity_.at(path_m(x_m, y_m)) * frustum_->view_factor(x_m, y_m, receiver);
}

void ChamberlainJet::radiations_w_m2(std::span<const double> r_m, Receiver receiver, std::span<double> out_w_m2) const {
  for (std::size_t i = 0; i < r_m.size(); ++i) out_w_m2[i] = radiation_w_m2(r_m[i], receiver);
}

std::optional<double> ChamberlainJet::distance_to_m(double radiation, Receiver receiver) const {
  const auto outside_flame = [&](double r_m) {
    const double value = radiation_w_m2(r_m, receiver);
    return std::isnan(value) ? emissive_power_w_m2_ : value;
  };
  const double nearest = 1e-3 * length_m_;
  const double size = length_m_ + middle_[2];
  const std::optional<double> found = farthest_radiation_m(outside_flame, nearest, size, radiation);
  if (found && std::isnan(radiation_w_m2(*found, receiver))) return std::nullopt;
  return found;
}

double point_source_radiation_w_m2(double heat_W, double radiative_fraction, double r_m,
                                   const Transmissivity& transmissivity) {
  return transmissivity.at(r_m) * radiative_fraction * heat_W / (4.0 * std::numbers::pi * r_m * r_m);
}

double api_flame_length_m(double heat_W) {
  constexpr double kBtuPerHour = 3.412142;
  return 0.3048 * 0.00604 * std::pow(heat_W * kBtuPerHour, 0.4776);
}

double turbulent_flame_length_ratio(double ct, double flame_over_jet_temperature, double alpha,
                                    double air_over_fuel_mass) {
  return 5.3 / ct * std::sqrt(flame_over_jet_temperature / alpha * (ct + (1.0 - ct) * air_over_fuel_mass));
}

}  // namespace sise
