// Steady plume in the surface layer, where friction velocity, Obukhov length and roughness are known.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/lateral_spread.hpp"
#include "models/dispersion/similarity_weather.hpp"
#include "models/dispersion/surface_sink.hpp"
#include "models/numeric/hermite_table.hpp"

namespace sise {

struct SimilarityOptions {
  /// At 1 m (at the roughness length, if that is higher): flux to the ground over the concentration there.
  double deposition_velocity_m_s = 0.0;
  std::optional<double> averaging_time_s{};  ///< none: that of sigma_theta, ten minutes
};

/// C = C_y(x, z)/(sqrt(2 pi) sigma_y) exp(-y^2/(2 sigma_y^2)), in kg/m3. The crosswind integral C_y = Q(x) f(z)/N has the
/// profile f of similarity_profile.hpp, whose mean height grows as plume_growth.hpp says (van Ulden 1978; Horst 1979;
/// Gryning et al. 1987), and N is the integral of u f dz: what passes through any x is Q(x). sigma_y: lateral_spread.hpp,
/// at the travel time x over the plume's mean wind. Deposition: surface_sink.hpp. A lid reflects; from a mean height of
/// 0.4 of the mixing height to 2.5 times it the plume turns into an even mixture.
///
/// x downwind, y crosswind, z >= 0 above ground, in metres. C is zero for x <= 0 and above the lid; x counts at least 1 m,
/// z at least the roughness length. A NaN, a z below ground and an x beyond 10,000 km give NaN. Proportional to the rate,
/// to rounding. Prepared once; then const, and safe to use from many threads.
/// Validity: neutral density, flat uniform ground, release in the surface layer, 50 to 800 m as tested (outside_range).
class SimilarityPlume {
 public:
  /// Throws ModelError naming every impossible parameter at once.
  SimilarityPlume(const PlumeSource& source, const SimilarityWeather& weather, const SimilarityOptions& options = {});

  /// The same bytes as the batch.
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m, double z_m) const;
  /// Any batch size; all spans of the same length; `out` overlaps no input.
  void concentrations(std::span<const double> x_m, std::span<const double> y_m, std::span<const double> z_m,
                      std::span<double> out_kg_m3) const;

  // The following want 0 < x <= 10,000 km.
  /// Integral of the concentration over y at z >= 0.
  [[nodiscard]] double crosswind_integral_kg_m2(double x_m, double z_m) const;
  [[nodiscard]] double sigma_y_m(double x_m) const;
  /// Mean height of the same plume from the ground, without lid.
  [[nodiscard]] double mean_height_m(double x_m) const;
  /// Share of the release that has not been deposited before x.
  [[nodiscard]] double airborne_share(double x_m) const;
  /// What falls to the ground per second and metre of x, kg/(m s).
  [[nodiscard]] double deposition_kg_m_s(double x_m) const;

  /// Nearer than half or farther than twice the trials' distances, or released above 10 m.
  [[nodiscard]] bool outside_range(double x_m) const;
  /// Codes: `sigma_theta_estimated`, `mixing_height_assumed`, `deposition_limited`, `wind_and_friction_disagree`.
  [[nodiscard]] std::vector<std::string> warnings() const;

  [[nodiscard]] const PlumeSource& source() const { return source_; }
  [[nodiscard]] const SurfaceLayer& air() const { return air_; }

 private:
  void block(std::span<const double> x, std::span<const double> y, std::span<const double> z,
             std::span<double> out) const;
  void crosswind_profile(std::span<const HermiteTable::Place> places, std::span<const double> z,
                         std::span<double> out) const;
  [[nodiscard]] double column(std::size_t which, double x_m) const;

  PlumeSource source_;
  std::optional<double> lid_m_;
  SurfaceLayer air_;
  LateralSpread lateral_;
  SurfaceSink sink_;
  HermiteTable table_;
};

/// As farthest_distance_m of the Gaussian plume.
[[nodiscard]] std::optional<double> farthest_distance_m(const SimilarityPlume& plume, double concentration_kg_m3,
                                                        double z_m);

}  // namespace sise
