// The heat of a burning pool: a cylinder of flame, leaning with the wind.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "models/fire/receiver.hpp"
#include "models/fire/transmissivity.hpp"

namespace sise {

enum class PoolEmissivePower {
  mudan,          ///< 140 e^(-0.12 D) + 20 (1 - e^(-0.12 D)) kW/m2: smoky hydrocarbons
  yellow_book,    ///< Fs m Hc / (1 + 4 L/D), the share s of it hidden by soot at 20 kW/m2
  shokri_beyler,  ///< 58 x 10^(-0.00823 D) kW/m2
  bright,         ///< the fuel's own E (1 - e^(-k D)), and never below mudan
};
[[nodiscard]] std::optional<PoolEmissivePower> pool_emissive_power_from(std::string_view name);

enum class PoolFlameLength {
  thomas,        ///< in wind above the critical speed `thomas_wind`, else `thomas_still`
  thomas_still,  ///< L/D = 42 (m / (rho sqrt(g D)))^0.61
  thomas_wind,   ///< L/D = 55 (m / (rho sqrt(g D)))^0.67 u*^-0.21
};
[[nodiscard]] std::optional<PoolFlameLength> pool_flame_length_from(std::string_view name);

/// The flame of a fuel that does not hide itself in smoke (LNG): a large one's emissive power as measured, and how soon a
/// growing pool comes near it.
struct BrightFlame {
  double emissive_power_w_m2 = 0.0;
  double extinction_1_m = 0.0;
};

struct PoolFireSource {
  double diameter_m = 0.0;
  double burning_rate_kg_m2_s = 0.0;
  double heat_of_combustion_J_kg = 0.0;  ///< for yellow_book alone
  double radiative_fraction = 0.4;       ///< Fs, for yellow_book alone
  double soot_fraction = 0.8;            ///< s, for yellow_book alone
  std::optional<BrightFlame> bright{};   ///< of the fuel, for bright alone
};

struct PoolFireAir {
  double wind_speed_m_s = 0.0;  ///< at 10 m
  double temperature_K = 293.15;
  double pressure_Pa = 101325.0;
  double kinematic_viscosity_m2_s = 1.5e-5;
};

struct PoolFireOptions {
  PoolEmissivePower emissive_power = PoolEmissivePower::mudan;
  PoolFlameLength flame_length = PoolFlameLength::thomas;
  std::optional<double> emissive_power_w_m2{};  ///< stated instead of computed
};

/// Thomas' flame length with u* = max(1, u10/uc), uc = (g m D / rho)^(1/3) and the density of air (the Yellow Book's
/// choice; Mudan takes the vapour's). Tilt: tan t / cos t = 0.666 Fr^0.333 Re^0.117. Receivers stand downwind at ground
/// level; view factors of Mudan's tilted cylinder.
/// Source: P. H. Thomas 1963; K. S. Mudan 1984; CPR 14E 1997, section 6.5.4, example 6.6.3; M. Shokri, C. L. Beyler 1989.
/// Bright flames: their substance's source; that of the growth is LNGFIRE3's.
/// Confidence: seen; Shokri and Beyler's emissive power corroborated, bright flames recalled. The viscosity printed in
/// the Yellow Book's example (7.5e-6 m2/s) is half of air's.
class PoolFire {
 public:
  /// Throws ModelError for a diameter, rate, heat, fraction or bright flame that is not possible or not there, and for a
  /// wind below 0.
  PoolFire(const PoolFireSource& source, const PoolFireAir& air, const PoolFireOptions& options = {},
           const Transmissivity& transmissivity = {});

  [[nodiscard]] double flame_length_m() const { return length_m_; }
  [[nodiscard]] double tilt_rad() const { return tilt_rad_; }
  [[nodiscard]] double emissive_power_w_m2() const { return emissive_power_w_m2_; }
  /// Nearer than this the flame stands or hangs over the receiver and there is no view factor.
  [[nodiscard]] double nearest_m() const;

  /// Radiation downwind at r from the centre of the pool, W/m2; NaN at nearest_m() and nearer.
  [[nodiscard]] double radiation_w_m2(double r_m, Receiver receiver) const;
  /// The same for many distances, each equal to the byte to radiation_w_m2(). One length.
  void radiations_w_m2(std::span<const double> r_m, Receiver receiver, std::span<double> out_w_m2) const;

  /// Radiation at places (x downwind, y across) on the ground all around the pool, W/m2; NaN below the flame. Downwind it
  /// is radiations_w_m2(), to rounding. One length.
  void radiations_around_w_m2(std::span<const double> x_m, std::span<const double> y_m, Receiver receiver,
                              std::span<double> out_w_m2) const;

  [[nodiscard]] bool in_range_of_use(double r_m) const { return transmissivity_.in_range_of_use(r_m - radius_m_); }

  /// Outermost distance with this radiation; nullopt: nowhere beyond nearest_m().
  [[nodiscard]] std::optional<double> distance_to_m(double radiation_w_m2, Receiver receiver) const;

 private:
  double radius_m_;
  double length_m_;
  double tilt_rad_;
  double emissive_power_w_m2_;
  Transmissivity transmissivity_;
};

}  // namespace sise
