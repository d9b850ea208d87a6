// Wind speed with height.
#pragma once
#include <span>

#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/weather.hpp"

namespace sise {

/// u(z) from one measured speed. With the Obukhov length known: the Monin-Obukhov profile through the measured speed
/// (friction velocity not needed then), psi after Paulson 1970 (unstable) and van Ulden and Holtslag 1985 (stable).
/// Else a power law whose exponents go with the curves: ISC3 rural or urban defaults (recalled), GB/T 13201's own rural
/// ones with its curves (recalled). A half class takes the mean of its neighbours' exponents, which is the geometric
/// mean of their speeds.
class WindProfile {
 public:
  /// `weather` is valid: speed >= 0, heights > 0, wind height above the roughness length, Obukhov length not 0.
  WindProfile(const Weather& weather, SigmaSet set);

  /// z_m > 0; with an Obukhov length z_m is well above the roughness length.
  [[nodiscard]] double speed_m_s(double z_m) const;
  /// out[i] = 1/speed(z[i]) in s/m; the sizes are equal; `out` may be `z_m`. The speed must not be zero.
  void inverse_speed(std::span<const double> z_m, std::span<double> out_s_m) const;
  [[nodiscard]] bool is_power_law() const { return !similarity_; }
  /// Exponent of the power law.
  [[nodiscard]] double exponent() const { return exponent_; }
  [[nodiscard]] bool interpolated() const { return is_power_law() && interpolated_; }

 private:
  double speed_m_s_ = 0.0;
  double height_m_ = 0.0;
  double exponent_ = 0.0;
  bool interpolated_ = false;
  bool similarity_ = false;
  double roughness_m_ = 0.0;
  double inverse_obukhov_per_m_ = 0.0;
};

/// Integrated stability function of momentum at zeta = z/L: -17 (1 - e^(-0.29 zeta)) for zeta > 0;
/// 2 ln((1+x)/2) + ln((1+x^2)/2) - 2 atan x + pi/2 with x = (1 - 16 zeta)^(1/4) for zeta < 0.
[[nodiscard]] double psi_momentum(double zeta);

/// ln(z/z0) - psi(z/L) + psi(z0/L): the Monin-Obukhov wind profile but for its factor u*/k.
[[nodiscard]] double similarity_shape(double z_m, double roughness_m, double inverse_obukhov_per_m);

}  // namespace sise
