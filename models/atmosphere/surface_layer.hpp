// Wind, diffusivity and resistance of the atmospheric surface layer.
#pragma once

namespace sise {

struct SurfaceLayerState {
  double wind_speed_m_s = 0.0;  ///< at wind_height_m
  double wind_height_m = 10.0;
  double roughness_m = 0.1;
  double friction_velocity_m_s = 0.0;
  double obukhov_length_m = 0.0;  ///< > 0 stable, < 0 unstable, infinite neutral
};

/// Profiles over flat, uniform ground.
///
/// Wind: the Monin-Obukhov profile through the measured speed (similarity_shape). Diffusivity of a gas, after van Ulden
/// 1978 with the functions of Businger et al. 1971: K = k u* z/phi, k = 0.35, phi = 0.74 (1 - 9 z/L)^(-1/2) for L < 0, and
/// with the slope of Dyer 1974 0.74 (1 + 5 z/L) for L > 0. Its neutral value 0.47 u* z is also that of k = 0.4 with the
/// smaller Prandtl numbers found since. Confidence: recalled. Validity: well above the roughness length, below about a
/// tenth of the mixing height.
class SurfaceLayer {
 public:
  /// `state` is valid: speeds and heights > 0, wind height above the roughness length, Obukhov length not 0.
  explicit SurfaceLayer(const SurfaceLayerState& state);

  /// Zero at and below the roughness length.
  [[nodiscard]] double wind_speed_m_s(double z_m) const;
  [[nodiscard]] double diffusivity_m2_s(double z_m) const;
  /// d ln u / d ln z, z above the roughness length.
  [[nodiscard]] double wind_exponent(double z_m) const;
  /// d ln K / d ln z.
  [[nodiscard]] double diffusivity_exponent(double z_m) const;
  /// Integral of dz/K from the roughness length to z, in s/m; negative below it.
  [[nodiscard]] double resistance_s_m(double z_m) const;

  /// u*/k of the wind profile, m/s.
  [[nodiscard]] double wind_scale_m_s() const { return wind_scale_m_s_; }
  [[nodiscard]] const SurfaceLayerState& state() const { return state_; }

 private:
  [[nodiscard]] double resistance_shape(double z_m) const;

  SurfaceLayerState state_;
  double inverse_obukhov_per_m_ = 0.0;
  double wind_scale_m_s_ = 0.0;
};

}  // namespace sise
