// The air that a dense cloud moves through: SLAB's surface layer, and what moist air weighs and holds.
#pragma once
#include "models/atmosphere/weather.hpp"

namespace sise {

/// Constants as SLAB has them (Ermak 1990, UCRL-MA-105607), so that its listings can be compared.
inline constexpr double kDenseGravity_m_s2 = 9.80665;
inline constexpr double kDenseGasConstant_J_molK = 8.31431;
inline constexpr double kDenseKarman = 0.41;

/// Wind and turbulence below a lid, from the class (or the Obukhov length) and one measured wind. Profile, lid and their
/// dependence on the class: Ermak 1990, ch. 2, as two public ports of SLAB compute them.
class DenseGasAir {
 public:
  /// `weather` is checked. A wind below 0.5 m/s is taken as 0.5 m/s.
  explicit DenseGasAir(const Weather& weather);

  /// SLAB's class as a number, A 1 to F 6 and beyond.
  [[nodiscard]] double stability_number() const { return offset_ + 4.0; }
  [[nodiscard]] double inverse_obukhov_per_m() const { return inverse_obukhov_per_m_; }
  [[nodiscard]] double friction_velocity_m_s() const { return friction_m_s_; }
  [[nodiscard]] double lid_m() const { return lid_m_; }
  /// Of the vertical wind shear near the ground; carries the height by 1/(1 + z/z_l).
  [[nodiscard]] double local_inverse_obukhov_per_m(double z_m) const { return shear_per_m_ / (1.0 + z_m / scale_m_); }
  /// Factor of the crosswind spread by stability.
  [[nodiscard]] double spread_factor() const { return spread_factor_; }

  /// u k/u*; 0 at the ground, constant above the lid.
  [[nodiscard]] double shape(double z_m) const;
  [[nodiscard]] double wind_m_s(double z_m) const { return friction_m_s_ / kDenseKarman * shape(z_m); }
  /// Mean wind between two heights.
  [[nodiscard]] double mean_wind_m_s(double bottom_m, double top_m) const { return winds(bottom_m, top_m).mean_m_s; }
  /// The same with the wind at the upper height: both take the same logarithms.
  struct Winds {
    double mean_m_s = 0.0;
    double top_m_s = 0.0;
  };
  [[nodiscard]] Winds winds(double bottom_m, double top_m) const;
  /// Non-dimensional shear.
  [[nodiscard]] double phi_m(double z_m) const;
  [[nodiscard]] double roughness_m() const { return roughness_m_; }

 private:
  /// A height, and what the formulas above the ground take of it.
  struct Height {
    double z_m = 0.0;
    double rise_m = 0.0;     ///< over the roughness
    double logarithm = 0.0;  ///< of z/z0
    double stretched = 0.0;  ///< ln((z + z_l)/(z0 + z_l)); unstable: sqrt(1 + gamma z)
  };
  struct ShapeAndSum {
    double shape = 0.0;
    double sum = 0.0;  ///< of the shape from the ground
  };
  [[nodiscard]] Height height(double z_m) const;
  [[nodiscard]] double shape_above(const Height& at) const;
  [[nodiscard]] double sum_above(const Height& at) const;
  [[nodiscard]] ShapeAndSum shape_and_sum(double z_m) const;
  void set_stability(const Weather& weather);
  void match_the_ground();

  double roughness_m_ = 0.0;
  double offset_ = 0.0;  ///< of the class from D
  double inverse_obukhov_per_m_ = 0.0;
  double lid_m_ = 0.0;
  double scale_m_ = 1.0;            ///< z_l: over which the shear's stability fades
  double shear_per_m_ = 0.0;        ///< 1/L0
  double phi_far_ = 1.0;            ///< unstable: phi_m far above
  double gamma_per_m_ = 0.0;        ///< unstable
  double root_at_roughness_ = 1.0;  ///< unstable: sqrt(1 + gamma z0)
  double log_at_roughness_ = 0.0;   ///< unstable: ln of 1 + that
  double matched_m_ = 0.0;          ///< below e z0 the shape is a parabola
  double linear_per_m_ = 0.0;
  double square_per_m2_ = 0.0;
  double matched_sum_ = 0.0;  ///< integral from 0 to matched_m less that of the formula above
  double friction_m_s_ = 0.0;
  double spread_factor_ = 1.0;
};

/// SLAB's numbers of dry air and of water.
struct MoistAir {
  double temperature_K = 0.0;
  double pressure_Pa = 0.0;
  double water_share = 0.0;  ///< by mass
  double molar_mass_kg_mol = 0.0;
  double heat_capacity_J_kgK = 0.0;
  double density_kg_m3 = 0.0;
};

[[nodiscard]] MoistAir moist_air(double temperature_K, double pressure_Pa, double relative_humidity);

}  // namespace sise
