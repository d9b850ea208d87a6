#include "models/atmosphere/surface_layer.hpp"

#include <cmath>

#include "models/atmosphere/wind_profile.hpp"

namespace sise {
namespace {

// Businger et al. 1971, as van Ulden 1978 uses them; the stable slope of Dyer 1974.
constexpr double kKarman = 0.35;
constexpr double kNeutralPhi = 0.74;
constexpr double kUnstable = 9.0;
constexpr double kStable = 5.0;

double phi_gas(double zeta) {
  return kNeutralPhi * (zeta < 0.0 ? 1.0 / std::sqrt(1.0 - kUnstable * zeta) : 1.0 + kStable * zeta);
}

// The gradient that belongs to psi_momentum: 1 - zeta dpsi/dzeta.
double phi_momentum(double zeta) {
  if (zeta >= 0.0) return 1.0 + 17.0 * 0.29 * zeta * std::exp(-0.29 * zeta);
  return 1.0 / std::sqrt(std::sqrt(1.0 - 16.0 * zeta));
}

}  // namespace

SurfaceLayer::SurfaceLayer(const SurfaceLayerState& state)
    : state_(state),
      inverse_obukhov_per_m_(1.0 / state.obukhov_length_m),
      wind_scale_m_s_(state.wind_speed_m_s /
                      similarity_shape(state.wind_height_m, state.roughness_m, inverse_obukhov_per_m_)) {}

double SurfaceLayer::wind_speed_m_s(double z_m) const {
  if (z_m <= state_.roughness_m) return 0.0;
  return wind_scale_m_s_ * similarity_shape(z_m, state_.roughness_m, inverse_obukhov_per_m_);
}

double SurfaceLayer::diffusivity_m2_s(double z_m) const {
  return kKarman * state_.friction_velocity_m_s * z_m / phi_gas(z_m * inverse_obukhov_per_m_);
}

double SurfaceLayer::wind_exponent(double z_m) const {
  return phi_momentum(z_m * inverse_obukhov_per_m_) / similarity_shape(z_m, state_.roughness_m, inverse_obukhov_per_m_);
}

double SurfaceLayer::diffusivity_exponent(double z_m) const {
  const double zeta = z_m * inverse_obukhov_per_m_;
  if (zeta < 0.0) return 1.0 - 0.5 * kUnstable * zeta / (1.0 - kUnstable * zeta);
  return 1.0 / (1.0 + kStable * zeta);
}

// The antiderivative of phi/z; for L < 0 with y = sqrt(1 - 9 z/L): 0.74 (ln z - 2 ln((1 + y)/2)).
double SurfaceLayer::resistance_shape(double z_m) const {
  const double zeta = z_m * inverse_obukhov_per_m_;
  if (zeta >= 0.0) return kNeutralPhi * (std::log(z_m) + kStable * zeta);
  return kNeutralPhi * (std::log(z_m) - 2.0 * std::log(0.5 * (1.0 + std::sqrt(1.0 - kUnstable * zeta))));
}

double SurfaceLayer::resistance_s_m(double z_m) const {
  return (resistance_shape(z_m) - resistance_shape(state_.roughness_m)) / (kKarman * state_.friction_velocity_m_s);
}

}  // namespace sise
