// Steady Gaussian plume from a point source, with ground and lid reflection.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/atmosphere/sigma.hpp"
#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/atmosphere/wind_profile.hpp"
#include "models/dispersion/small_wind_plume.hpp"
#include "models/dispersion/transport_wind.hpp"

namespace sise {

struct PlumeSource {
  double rate_kg_s = 0.0;
  double height_m = 0.0;  ///< above ground
};

struct PlumeOptions {
  SigmaSet sigma = SigmaSet::briggs_rural;
  TransportWind transport_wind = TransportWind::profile;
  std::optional<double> averaging_time_s{};  ///< none: the set's own
};

/// C = Q / (2 pi u sigma_y sigma_z) exp(-y^2/(2 sigma_y^2)) V, in kg/m3: Turner 1970 ch. 3; ISC3 vol. II eq. 1-1.
/// V = sum of exp(-(z-h)^2/(2 sigma_z^2)) over the source and its images in the ground and, given a mixing height, in the
/// lid. Zero for x <= 0, and above the lid. sigma at max(x, 1 m).
///
/// Proportional to the rate, to rounding. Below 0.5 m/s (calm()) the small-wind form of GB/T 13201-91 stands in
/// (small_wind_plume.hpp), between 0.4 and 0.5 m/s mixed with the plume of 0.5 m/s by calm_share(): no answer jumps.
///
/// x downwind, y crosswind, z >= 0 above ground, in metres. A NaN coordinate or a z below ground gives NaN.
/// Prepared once per source and weather; then const, and safe to use from many threads.
/// Validity: neutral density, flat ground, steady rate and wind, 100 m to 10 km (outside_sigma_range).
class GaussianPlume {
 public:
  /// Throws ModelError naming every impossible parameter at once.
  GaussianPlume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options = {});

  /// The same bytes as the batch.
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m) const;
  /// Any batch size; all spans of the same length; `out` overlaps no input.
  void concentrations(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> z_m,
                      std::span<double> out_kg_m3) const;
  /// All points at one height.
  void concentrations(std::span<const double> x_m, std::span<const double> y_m, double z_m,
                      std::span<double> out_kg_m3) const;

  /// In calm air: at the travel time x/u; not finite without any wind.
  [[nodiscard]] double sigma_y_m(double x_m) const;
  [[nodiscard]] double sigma_z_m(double x_m) const;
  /// The wind that carries the plume at distance x; in calm air the wind as given.
  [[nodiscard]] double transport_wind_m_s(double x_m) const;

  /// The small-wind form is in use.
  [[nodiscard]] bool calm() const { return calm_.has_value(); }
  /// Codes: `interpolated_class`, `calm_small_wind`.
  [[nodiscard]] std::vector<std::string> warnings() const;

  [[nodiscard]] const PlumeSource& source() const { return source_; }
  [[nodiscard]] std::optional<double> mixing_height_m() const { return weather_.mixing_height_m; }

 private:
  void windy(std::span<const double> x, std::span<const double> y, std::span<const double> z,
             std::span<double> out) const;
  [[nodiscard]] double mixed(double calm, double windy) const {
    return calm_share_ * calm + (1.0 - calm_share_) * windy;
  }
  void block(std::span<const double> x, std::span<const double> y, std::span<const double> z,
             std::span<double> out) const;
  void rest(std::span<const double> x, std::span<const double> y, std::span<const double> z,
            std::span<double> out) const;
  void inverse_wind(std::span<const double> inverse_variance_z, std::span<double> out) const;

  PlumeSource source_;
  Weather weather_;
  PlumeOptions options_;
  SigmaCurves sigma_;
  WindProfile wind_;
  std::optional<double> fixed_wind_m_s_;  ///< the same at every distance
  double given_wind_m_s_;
  double calm_share_;
  std::optional<SmallWindPlume> calm_;
};

/// Farthest x on the axis (y = 0) at height z where the concentration falls to `concentration_kg_m3` (> 0), to 1e-12;
/// nullopt: never reached. Throws ModelError where it is still exceeded at 10,000 km.
[[nodiscard]] std::optional<double> farthest_distance_m(const GaussianPlume& plume, double concentration_kg_m3,
                                                        double z_m);

}  // namespace sise
