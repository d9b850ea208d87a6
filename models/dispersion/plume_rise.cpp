#include "models/dispersion/plume_rise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kGuideGravity_m_s2 = 9.80616;  // the guide's
constexpr double kLargeFlux = 55.0;             // m4/s3, where the guide changes its formulas

void check(const StackGas& gas, const StackAir& air) {
  Problems problems;
  const std::array<std::pair<const char*, double>, 5> values{{{"source.stack_diameter_m", gas.diameter_m},
                                                              {"source.exit_velocity_m_s", gas.exit_velocity_m_s},
                                                              {"source.exit_temperature_K", gas.exit_temperature_K},
                                                              {"weather.temperature_K", air.temperature_K},
                                                              {"weather.wind_speed_m_s", air.wind_m_s}}};
  for (const auto& [field, value] : values) {
    if (value > 0.0 && std::isfinite(value)) continue;
    problems.error("parameter_out_of_range",
                   {fmt::format("the value {} must be finite and above zero for plume rise", value),
                    fmt::format("计算烟气抬升时, 取值 {} 必须是有限值且大于零", value)},
                   {.field = field});
  }
  if (air.gradient_K_m && !(*air.gradient_K_m > 0.0)) {
    problems.error("parameter_out_of_range",
                   {fmt::format("a gradient of {} K/m is not stable: it must be above zero", *air.gradient_K_m),
                    fmt::format("位温梯度 {} K/m 不是稳定层结: 必须大于零", *air.gradient_K_m)},
                   {.field = "weather.temperature_gradient_K_m"});
  }
  problems.throw_if_errors<ModelError>();
}

/// Potential temperature gradient in K/m; 0: neutral or unstable.
double gradient_of(const StackAir& air) {
  if (air.stability <= Stability::D) return 0.0;
  if (air.gradient_K_m) return *air.gradient_K_m;
  constexpr std::array<double, 4> kDefaults{0.010, 0.020, 0.0275, 0.035};  // D-E, E, E-F, F
  return kDefaults.at(static_cast<std::size_t>(air.stability) - static_cast<std::size_t>(Stability::DE));
}

double buoyancy_flux(const StackGas& gas, double excess_K) {
  const double excess = std::max(excess_K, 0.0);
  return kGuideGravity_m_s2 * gas.exit_velocity_m_s * square(gas.diameter_m) * excess / (4.0 * gas.exit_temperature_K);
}

double momentum_flux(const StackGas& gas, double air_K) {
  return square(gas.exit_velocity_m_s * gas.diameter_m) * air_K / (4.0 * gas.exit_temperature_K);
}

double distance_to_final_m(double flux) {
  return flux < kLargeFlux ? 49.0 * std::pow(flux, 5.0 / 8.0) : 119.0 * std::pow(flux, 2.0 / 5.0);
}

}  // namespace

PlumeRise::PlumeRise(const StackGas& gas, const StackAir& air) : wind_m_s_(air.wind_m_s) {
  check(gas, air);
  const double excess_K = gas.exit_temperature_K - air.temperature_K;
  const double speed_ratio = gas.exit_velocity_m_s / air.wind_m_s;
  jet_entrainment_ = 1.0 / 3.0 + 1.0 / speed_ratio;
  buoyancy_flux_ = buoyancy_flux(gas, excess_K);
  momentum_flux_ = momentum_flux(gas, air.temperature_K);
  downwash_m_ = std::min(0.0, 2.0 * gas.diameter_m * (speed_ratio - 1.5));
  stability_per_s2_ = kGuideGravity_m_s2 * gradient_of(air) / air.temperature_K;
  if (stability_per_s2_ > 0.0) {
    rise_in_stable_air(gas, excess_K, air.temperature_K);
  } else {
    rise_in_neutral_air(gas, excess_K);
  }
}

void PlumeRise::rise_in_neutral_air(const StackGas& gas, double excess_K) {
  const double v = gas.exit_velocity_m_s;
  const double d = gas.diameter_m;
  const bool large = buoyancy_flux_ >= kLargeFlux;
  const double crossover_K = large ? 0.00575 * gas.exit_temperature_K * std::pow(v, 2.0 / 3.0) / std::cbrt(d)
                                   : 0.0297 * gas.exit_temperature_K * std::cbrt(v) / std::pow(d, 2.0 / 3.0);
  buoyant_ = excess_K > 0.0 && excess_K >= crossover_K;
  if (buoyant_) {
    final_m_ = (large ? 38.71 * std::pow(buoyancy_flux_, 0.6) : 21.425 * std::pow(buoyancy_flux_, 0.75)) / wind_m_s_;
    final_distance_m_ = distance_to_final_m(buoyancy_flux_);
    return;
  }
  final_m_ = 3.0 * d * v / wind_m_s_;
  final_distance_m_ = buoyancy_flux_ > 0.0 ? distance_to_final_m(buoyancy_flux_)
                                           : 4.0 * d * square(v + 3.0 * wind_m_s_) / (v * wind_m_s_);
}

void PlumeRise::rise_in_stable_air(const StackGas& gas, double excess_K, double air_K) {
  const double root_s = std::sqrt(stability_per_s2_);
  const double crossover_K = 0.019582 * air_K * gas.exit_velocity_m_s * root_s;
  buoyant_ = excess_K > 0.0 && excess_K >= crossover_K;
  if (buoyant_) {
    final_m_ = 2.6 * std::cbrt(buoyancy_flux_ / (wind_m_s_ * stability_per_s2_));
    final_distance_m_ = 2.0715 * wind_m_s_ / root_s;
    return;
  }
  const double neutral_m = 3.0 * gas.diameter_m * gas.exit_velocity_m_s / wind_m_s_;
  final_m_ = std::min(1.5 * std::cbrt(momentum_flux_ / (wind_m_s_ * root_s)), neutral_m);
  final_distance_m_ = 0.5 * std::numbers::pi * wind_m_s_ / root_s;
}

double PlumeRise::rise_m(double x_m) const {
  if (x_m >= final_distance_m_) return final_rise_m();
  double gradual_m = 0.0;
  if (buoyant_) {
    gradual_m = 1.60 * std::cbrt(buoyancy_flux_ * square(x_m)) / wind_m_s_;
  } else if (stability_per_s2_ > 0.0) {
    const double root_s = std::sqrt(stability_per_s2_);
    gradual_m = std::cbrt(3.0 * momentum_flux_ * std::sin(x_m * root_s / wind_m_s_) /
                          (square(jet_entrainment_) * wind_m_s_ * root_s));
  } else {
    gradual_m = std::cbrt(3.0 * momentum_flux_ * x_m / square(jet_entrainment_ * wind_m_s_));
  }
  return downwash_m_ + std::min(gradual_m, final_m_);
}

}  // namespace sise
