// A steady release into nearly calm air: the small-wind form of GB/T 13201-91.
#pragma once
#include <array>
#include <optional>

#include "models/atmosphere/small_wind.hpp"
#include "models/atmosphere/stability.hpp"

namespace sise {

/// Puffs released one after another grow with their age T as sigma_x = sigma_y = a T, sigma_z = b T while the wind u
/// carries them; their integral over T is, for the source and for its image in the ground (at distance z -+ h),
///
///   C = Q / ((2 pi)^(3/2) b rho^2) e^(-u^2/(2 a^2)) (1 + sqrt(2 pi) s e^(s^2/2) Phi(s)),
///   rho^2 = x^2 + y^2 + (a/b)^2 (z -+ h)^2,   s = u x/(a rho).
///
/// For a receptor at the ground the two are equal, which is the form printed in the standard (confidence: corroborated;
/// derivation checked against quadrature). rho is at least 1 m, as in the plume's own formula. Not zero upwind.
/// With a lid the images beyond the first in the lid are added by quadrature over the puffs' age.
class SmallWindPlume {
 public:
  SmallWindPlume(double height_m, Stability stability, double wind_m_s, std::optional<double> lid_m);

  /// C/Q in s/m3.
  [[nodiscard]] double unit_s_m3(double x_m, double y_m, double z_m) const;
  [[nodiscard]] const SmallWindSpread& spread() const { return spread_; }

 private:
  [[nodiscard]] double one_image(double x_m, double y_m, double vertical_m) const;
  [[nodiscard]] std::array<double, 2> first_images(double lid_m) const;
  [[nodiscard]] double far_images(double lid_m, double x_m, double y_m, double z_m) const;

  double height_m_;
  double wind_m_s_;
  std::optional<double> lid_m_;
  SmallWindSpread spread_;
};

}  // namespace sise
