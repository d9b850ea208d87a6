#include "models/dispersion/lateral_spread.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sise {
namespace {

constexpr double kKarman = 0.4;
constexpr double kAssumedMixingHeight_m = 1000.0;  // an ordinary day
constexpr double kConvective = 0.35;               // of w*^2
constexpr double kMechanical = 3.6;                // of u*^2
constexpr double kMeander = 0.1;                   // of the variance, in air as stable as
constexpr double kMeanderLength_m = 100.0;         // this Obukhov length
constexpr double kMemory = 78.0;
constexpr double kMemoryExponent = 0.3;

// w*^2 = u*^2 (z_i/(-k L))^(2/3); zero in stable and neutral air.
double convective_variance_m2_s2(const SurfaceLayerState& air, double mixing_height_m) {
  if (air.obukhov_length_m > 0.0 || std::isinf(air.obukhov_length_m)) return 0.0;
  const double depth = std::cbrt(mixing_height_m / (-kKarman * air.obukhov_length_m));
  const double scale = air.friction_velocity_m_s * depth;
  return kConvective * scale * scale;
}

// Zero in neutral and unstable air.
double meander_share(double obukhov_length_m) {
  return obukhov_length_m > 0.0 ? kMeander * std::min(1.0, kMeanderLength_m / obukhov_length_m) : 0.0;
}

}  // namespace

LateralSpread::LateralSpread(const SimilarityWeather& weather) {
  const SurfaceLayerState& air = weather.surface;
  const double friction = air.friction_velocity_m_s;
  mechanical_height_m_ = weather.mixing_height_m.value_or(2300.0 * friction * std::sqrt(friction));
  const double convective = convective_variance_m2_s2(air, weather.mixing_height_m.value_or(kAssumedMixingHeight_m));
  const double total = convective + kMechanical * friction * friction;
  lasting_share_ = convective / total + meander_share(air.obukhov_length_m);
  mixing_height_assumed_ = convective > 0.0 && !weather.mixing_height_m;
  estimated_ = !weather.sigma_theta_deg;
  constexpr double kRadian = std::numbers::pi / 180.0;
  sigma_v_m_s_ = estimated_ ? std::sqrt(total) : *weather.sigma_theta_deg * kRadian * air.wind_speed_m_s;
}

double LateralSpread::sigma_y_m(double travel_time_s) const {
  const double undamped = sigma_v_m_s_ * travel_time_s;
  const double memory = std::pow(1.0 + kMemory * undamped / mechanical_height_m_, -2.0 * kMemoryExponent);
  return undamped * std::sqrt(lasting_share_ + (1.0 - lasting_share_) * memory);
}

}  // namespace sise
