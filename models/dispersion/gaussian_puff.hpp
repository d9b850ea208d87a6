// Gas that was released at once, or for a limited time, into a steady wind.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/atmosphere/small_wind.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/puff.hpp"
#include "models/dispersion/travel.hpp"

namespace sise {

/// Instantaneous puff,
///   C = M/((2 pi)^(3/2) sigma_x sigma_y sigma_z) exp(-(x-s)^2/(2 sigma_x^2)) exp(-y^2/(2 sigma_y^2)) V(z),
/// s the distance travelled at time t, sigma_x = sigma_y and sigma_z at s (Turner 1970, eq. 5.21; Slade 1968, ch. 3).
/// s = u t for the transport winds as_given and release_height; with the profile ds/dt is the wind at the cloud's mean
/// height (travel.hpp). The integral over space is the mass. Calm (below 0.5 m/s): sigma_x = sigma_y = a T,
/// sigma_z = b T after GB/T 13201-91, T the age, at least 1 s; between 0.4 and 0.5 m/s mixed with the puff of 0.5 m/s by
/// calm_share().
///
/// x downwind, y crosswind, z >= 0 above ground, t since the release. Zero before the release (t < 0) and above the
/// lid; NaN for a NaN coordinate or z below ground. Const, and safe to use from many threads.
class GaussianPuff {
 public:
  /// Throws ModelError naming every impossible parameter at once.
  GaussianPuff(double mass_kg, double height_m, const Weather& weather, const PlumeOptions& options = {});

  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m, double t_s) const;
  /// The puff at a time, downwind as `east_m`.
  [[nodiscard]] Puff at(double t_s) const;
  /// Highest concentration that ever comes by.
  [[nodiscard]] double peak_kg_m3(double x_m, double y_m, double z_m) const;

  [[nodiscard]] bool calm() const { return calm_.has_value(); }
  /// Codes: `interpolated_class`, `calm_small_wind`.
  [[nodiscard]] std::vector<std::string> warnings() const { return unit_.warnings(); }

 private:
  double mass_kg_;
  PuffColumn column_;
  GaussianPlume unit_;  ///< whose sigma, wind and warnings these are
  Travel travel_;
  std::optional<SmallWindSpread> calm_;
  double calm_share_;
  std::shared_ptr<const GaussianPuff> windy_;  ///< of 0.5 m/s, where it takes over from calm air
};

/// A steady release from time 0 to `duration_s` (Palazzi et al. 1982): the steady plume times
///   (erf((x-s1)/(sqrt2 sigma_x)) - erf((x-s0)/(sqrt2 sigma_x)))/2,
/// s0 and s1 the distances travelled by what came out first and last by now, sigma_x = sigma_y at the receptor. Calm
/// (below 0.5 m/s): the integral of the small-wind puffs over their ages, those younger than 1 s as one second old; between
/// 0.4 and 0.5 m/s mixed with the release into 0.5 m/s by calm_share().
class FiniteRelease {
 public:
  /// Throws ModelError naming every impossible parameter at once.
  FiniteRelease(double rate_kg_s, double duration_s, double height_m, const Weather& weather,
                const PlumeOptions& options = {});

  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m, double t_s) const;
  [[nodiscard]] double peak_kg_m3(double x_m, double y_m, double z_m) const;

  [[nodiscard]] const GaussianPlume& steady() const { return steady_; }
  [[nodiscard]] std::vector<std::string> warnings() const { return steady_.warnings(); }

 private:
  [[nodiscard]] double calm_kg_m3(double x_m, double y_m, double z_m, double t_s) const;

  double duration_s_;
  PuffColumn column_;
  GaussianPlume steady_;
  Travel travel_;
  std::optional<SmallWindSpread> calm_;
  double calm_share_;
  std::shared_ptr<const FiniteRelease> windy_;  ///< into 0.5 m/s, where it takes over from calm air
};

/// Farthest x on the axis (y = 0) at height z where the highest concentration of all times meets `concentration_kg_m3`
/// (> 0); nullopt: never met. Throws ModelError where it is still exceeded at 10,000 km.
[[nodiscard]] std::optional<double> farthest_distance_m(const GaussianPuff& puff, double concentration_kg_m3,
                                                        double z_m);
[[nodiscard]] std::optional<double> farthest_distance_m(const FiniteRelease& release, double concentration_kg_m3,
                                                        double z_m);

}  // namespace sise
