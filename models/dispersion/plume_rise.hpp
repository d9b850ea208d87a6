// How far warm or fast gas rises above the stack that it leaves: Briggs, as in ISC3.
#pragma once
#include <optional>

#include "models/atmosphere/stability.hpp"

namespace sise {

/// What leaves the stack. At the temperature of the air only the momentum lifts it.
struct StackGas {
  double diameter_m = 0.0;  ///< inner, at the top
  double exit_velocity_m_s = 0.0;
  double exit_temperature_K = 0.0;
};

/// What it rises into.
struct StackAir {
  double wind_m_s = 0.0;  ///< at the top of the stack
  Stability stability = Stability::D;
  double temperature_K = 293.15;
  std::optional<double> gradient_K_m{};  ///< of the potential temperature, stable classes; none: the class's own
};

/// Rise by Briggs 1969-1975 in the form of the ISC3 user's guide vol. II, section 1.1.4 (equations 1-7 to 1-24; confidence:
/// corroborated, the numbers agree with one another where two formulas meet). Buoyancy or momentum, whichever the guide's
/// crossover temperature says; gradual rise up to the final one; stack-tip downwash where v < 1.5 u. Classes A to D count as
/// neutral or unstable, E and F as stable with 0.020 and 0.035 K/m; D-E and E-F take 0.010 and 0.0275 K/m.
/// Gas colder than the air rises by its momentum only; that it may sink is not modelled.
class PlumeRise {
 public:
  /// Throws ModelError for a wind, diameter, speed or temperature that is not above zero.
  PlumeRise(const StackGas& gas, const StackAir& air);

  /// Above the top of the stack at distance x_m downwind (>= 0), downwash included: may be negative near the stack.
  [[nodiscard]] double rise_m(double x_m) const;
  [[nodiscard]] double final_rise_m() const { return downwash_m_ + final_m_; }
  /// Where the final rise is reached.
  [[nodiscard]] double final_distance_m() const { return final_distance_m_; }
  /// Never above zero.
  [[nodiscard]] double downwash_m() const { return downwash_m_; }
  [[nodiscard]] bool buoyant() const { return buoyant_; }
  [[nodiscard]] double buoyancy_flux_m4_s3() const { return buoyancy_flux_; }
  [[nodiscard]] double momentum_flux_m4_s2() const { return momentum_flux_; }

 private:
  void rise_in_neutral_air(const StackGas& gas, double excess_K);
  void rise_in_stable_air(const StackGas& gas, double excess_K, double air_K);

  double wind_m_s_;
  double jet_entrainment_;  ///< beta_j = 1/3 + u/v
  double buoyancy_flux_;    ///< m4/s3
  double momentum_flux_;    ///< m4/s2
  double downwash_m_;
  double stability_per_s2_ = 0.0;  ///< g/T dtheta/dz; 0: neutral or unstable
  bool buoyant_ = false;
  double final_m_ = 0.0;  ///< without downwash
  double final_distance_m_ = 0.0;
};

}  // namespace sise
