// The fireball of a mass of fuel that burns at once after a vessel has burst.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "models/fire/receiver.hpp"
#include "models/fire/transmissivity.hpp"

namespace sise {

enum class FireballCorrelation {
  ccps,  ///< D = 5.8 M^(1/3), t = 0.45 M^(1/3) below 30 t and 2.6 M^(1/6) from there, H = 0.75 D (Roberts, CCPS)
  tno,   ///< D = 6.48 M^0.325, t = 0.852 M^0.26, H = D (Yellow Book)
};

[[nodiscard]] std::optional<FireballCorrelation> fireball_correlation_from(std::string_view name);

enum class FireballMethod {
  solid_flame,   ///< a sphere that radiates from its surface
  point_source,  ///< 2.2 f Hc M^(2/3) / (4 pi) from its centre (Hymes)
};

[[nodiscard]] std::optional<FireballMethod> fireball_method_from(std::string_view name);

/// Share of the heat that is radiated, for a vessel that bursts at this absolute pressure: 0.00325 p^0.32, p in Pa
/// (Roberts 1981; the Yellow Book's form), at most 1. Confidence: seen.
[[nodiscard]] double radiative_fraction_at_burst(double burst_pressure_pa);

/// Above this surface emissive power no flame in the open has been observed, W/m2. Source: CCPS. Confidence: seen.
constexpr double kHottestFlame_w_m2 = 400e3;

struct FireballSource {
  double mass_kg = 0.0;
  double heat_of_combustion_J_kg = 0.0;
  double radiative_fraction = 0.0;
  std::optional<double> emissive_power_w_m2{};  ///< stated instead of following from heat and fraction
  std::optional<double> centre_height_m{};      ///< stated instead of following from the correlation
};

/// A sphere of diameter D with its centre at height H, burning for t. Its surface emits f M Hc / (pi D^2 t). With d the
/// distance from the centre and x the distance over the ground, the view factor is (D/2)^2/d^2 for a facing surface,
/// times x/d on a wall and times H/d on the ground.
/// Source: CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.5, example 2.27;
/// CPR 14E 1997, section 6.5.7. Confidence: seen, both examples reproduce.
class Fireball {
 public:
  /// Throws ModelError unless mass and heat are positive and the fraction is above 0, at most 1.
  Fireball(const FireballSource& source, FireballCorrelation correlation,
           FireballMethod method = FireballMethod::solid_flame, const Transmissivity& air = {});

  [[nodiscard]] double diameter_m() const { return diameter_m_; }
  [[nodiscard]] double duration_s() const { return duration_s_; }
  [[nodiscard]] double centre_height_m() const { return centre_height_m_; }
  [[nodiscard]] double emissive_power_w_m2() const { return emissive_power_w_m2_; }

  /// Radiation at distance x > 0 over the ground from below the centre, W/m2.
  [[nodiscard]] double radiation_w_m2(double x_m, Receiver receiver) const;
  /// The same for many distances, each equal to the byte to radiation_w_m2(). One length.
  void radiations_w_m2(std::span<const double> x_m, Receiver receiver, std::span<double> out_w_m2) const;

  /// From the receiver to the sphere's surface.
  [[nodiscard]] double path_m(double x_m) const;
  [[nodiscard]] bool in_range_of_use(double x_m) const { return air_.in_range_of_use(path_m(x_m)); }

  /// Outermost distance with this radiation; nullopt: not reached.
  [[nodiscard]] std::optional<double> distance_to_m(double radiation_w_m2, Receiver receiver) const;

 private:
  double diameter_m_;
  double duration_s_;
  double centre_height_m_;
  double emissive_power_w_m2_;
  double strength_w_;  ///< radiation on a facing surface times the square of the distance from the centre
  Transmissivity air_;
};

}  // namespace sise
