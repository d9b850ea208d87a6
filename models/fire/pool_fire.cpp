#include "models/fire/pool_fire.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"
#include "models/fire/cylinder_views.hpp"
#include "models/fire/radiation_distance.hpp"
#include "models/fire/view_factor.hpp"

namespace sise {
namespace {

constexpr double kGasConstantOfAir_J_kgK = 287.05;
constexpr double kSoot_w_m2 = 20e3;

/// The source, when all is possible.
const PoolFireSource& checked(const PoolFireSource& source, const PoolFireAir& air, const PoolFireOptions& options) {
  require_positive("diameter_m", source.diameter_m);
  require_positive("burning_rate_kg_m2_s", source.burning_rate_kg_m2_s);
  require_range(air.wind_speed_m_s >= 0.0, "wind_speed_m_s", air.wind_speed_m_s, {"at least 0", "不小于 0"});
  if (options.emissive_power_w_m2) {
    require_positive("emissive_power_w_m2", *options.emissive_power_w_m2);
  } else if (options.emissive_power == PoolEmissivePower::yellow_book) {
    require_positive("heat_of_combustion_J_kg", source.heat_of_combustion_J_kg);
    require_range(source.radiative_fraction > 0.0 && source.radiative_fraction <= 1.0, "radiative_fraction",
                  source.radiative_fraction, {"above 0, at most 1", "大于 0 且不大于 1"});
    require_range(source.soot_fraction >= 0.0 && source.soot_fraction <= 1.0, "soot_fraction", source.soot_fraction,
                  {"from 0 to 1", "在 0 至 1 之间"});
  } else if (options.emissive_power == PoolEmissivePower::bright) {
    const BrightFlame flame = source.bright.value_or(BrightFlame{});  // none: 0 is refused
    require_positive("pool_emissive_power_w_m2", flame.emissive_power_w_m2);
    require_positive("pool_emissive_extinction_1_m", flame.extinction_1_m);
  }
  return source;
}

double density_kg_m3(const PoolFireAir& air) { return air.pressure_Pa / (kGasConstantOfAir_J_kgK * air.temperature_K); }

double flame_length_m(const PoolFireSource& source, const PoolFireAir& air, PoolFlameLength form) {
  const double d = source.diameter_m;
  const double rho = density_kg_m3(air);
  const double burning = source.burning_rate_kg_m2_s / (rho * std::sqrt(kGravity_m_s2 * d));
  const double critical_m_s = std::cbrt(kGravity_m_s2 * source.burning_rate_kg_m2_s * d / rho);
  const bool windy = air.wind_speed_m_s > critical_m_s;
  if (form == PoolFlameLength::thomas_still || (form == PoolFlameLength::thomas && !windy)) {
    return d * 42.0 * std::pow(burning, 0.61);
  }
  const double wind = std::max(1.0, air.wind_speed_m_s / critical_m_s);
  return d * 55.0 * std::pow(burning, 0.67) * std::pow(wind, -0.21);
}

/// tan t / cos t = k is sin t = k (1 - sin^2 t).
double tilt_rad(double diameter_m, const PoolFireAir& air) {
  if (air.wind_speed_m_s == 0.0) return 0.0;
  const double froude = air.wind_speed_m_s * air.wind_speed_m_s / (kGravity_m_s2 * diameter_m);
  const double reynolds = air.wind_speed_m_s * diameter_m / air.kinematic_viscosity_m2_s;
  const double k = 0.666 * std::pow(froude, 0.333) * std::pow(reynolds, 0.117);
  return std::asin((std::sqrt(1.0 + 4.0 * k * k) - 1.0) / (2.0 * k));
}

double smoky_w_m2(double d) { return 140e3 * std::exp(-0.12 * d) - kSoot_w_m2 * std::expm1(-0.12 * d); }

double emissive_power(const PoolFireSource& source, double length_m, const PoolFireOptions& options) {
  if (options.emissive_power_w_m2) return *options.emissive_power_w_m2;
  const double d = source.diameter_m;
  switch (options.emissive_power) {
    case PoolEmissivePower::yellow_book: {
      const double clear = source.radiative_fraction * source.burning_rate_kg_m2_s * source.heat_of_combustion_J_kg /
                           (1.0 + 4.0 * length_m / d);
      return clear * (1.0 - source.soot_fraction) + kSoot_w_m2 * source.soot_fraction;
    }
    case PoolEmissivePower::shokri_beyler:
      return 58e3 * std::pow(10.0, -0.00823 * d);
    case PoolEmissivePower::bright: {
      const double thick = -std::expm1(-source.bright->extinction_1_m * d);
      return std::max(smoky_w_m2(d), source.bright->emissive_power_w_m2 * thick);
    }
    default:
      return smoky_w_m2(d);
  }
}

}  // namespace

std::optional<PoolEmissivePower> pool_emissive_power_from(std::string_view name) {
  if (name == "mudan") return PoolEmissivePower::mudan;
  if (name == "yellow_book") return PoolEmissivePower::yellow_book;
  if (name == "shokri_beyler") return PoolEmissivePower::shokri_beyler;
  if (name == "bright") return PoolEmissivePower::bright;
  return std::nullopt;
}

std::optional<PoolFlameLength> pool_flame_length_from(std::string_view name) {
  if (name == "thomas") return PoolFlameLength::thomas;
  if (name == "thomas_still") return PoolFlameLength::thomas_still;
  if (name == "thomas_wind") return PoolFlameLength::thomas_wind;
  return std::nullopt;
}

PoolFire::PoolFire(const PoolFireSource& source, const PoolFireAir& air, const PoolFireOptions& options,
                   const Transmissivity& transmissivity)
    : radius_m_(0.5 * checked(source, air, options).diameter_m),
      length_m_(sise::flame_length_m(source, air, options.flame_length)),
      tilt_rad_(sise::tilt_rad(source.diameter_m, air)),
      emissive_power_w_m2_(emissive_power(source, length_m_, options)),
      transmissivity_(transmissivity) {}

double PoolFire::nearest_m() const { return radius_m_ + length_m_ * std::sin(tilt_rad_); }

void PoolFire::radiations_w_m2(std::span<const double> r_m, Receiver receiver, std::span<double> out_w_m2) const {
  for (std::size_t i = 0; i < r_m.size(); ++i) out_w_m2[i] = r_m[i] - radius_m_;
  transmissivity_.at(out_w_m2, out_w_m2);
  const double a = length_m_ / radius_m_;
  for (std::size_t i = 0; i < r_m.size(); ++i) {
    out_w_m2[i] *= emissive_power_w_m2_ * tilted_cylinder(a, r_m[i] / radius_m_, tilt_rad_).of(receiver);
  }
}

void PoolFire::radiations_around_w_m2(std::span<const double> x_m, std::span<const double> y_m, Receiver receiver,
                                      std::span<double> out_w_m2) const {
  tilted_cylinder_views({radius_m_, length_m_, tilt_rad_}, receiver, x_m, y_m, out_w_m2);
  if (!transmissivity_.absorbs()) {
    for (double& q : out_w_m2) q *= emissive_power_w_m2_;
    return;
  }
  std::vector<double> through(x_m.size());
  for (std::size_t i = 0; i < x_m.size(); ++i) through[i] = std::hypot(x_m[i], y_m[i]) - radius_m_;
  transmissivity_.at(through, through);
  for (std::size_t i = 0; i < x_m.size(); ++i) out_w_m2[i] *= emissive_power_w_m2_ * through[i];
}

double PoolFire::radiation_w_m2(double r_m, Receiver receiver) const {
  double value = 0.0;
  radiations_w_m2({&r_m, 1}, receiver, {&value, 1});
  return value;
}

std::optional<double> PoolFire::distance_to_m(double radiation, Receiver receiver) const {
  const double nearest = nearest_m() * (1.0 + 1e-9);
  return farthest_radiation_m([&](double r_m) { return radiation_w_m2(r_m, receiver); }, nearest,
                              2.0 * radius_m_ + length_m_, radiation);
}

}  // namespace sise
