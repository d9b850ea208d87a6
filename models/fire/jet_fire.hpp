// The heat of a jet of burning gas.
#pragma once
#include <optional>
#include <span>

#include "models/fire/frustum.hpp"
#include "models/fire/receiver.hpp"
#include "models/fire/transmissivity.hpp"

namespace sise {

struct JetFireSource {
  double rate_kg_s = 0.0;
  double jet_velocity_m_s = 0.0;  ///< of the gas expanded to the air's pressure
  double jet_angle_deg = 90.0;    ///< between the jet and the wind: 0 with it, 90 upwards, 180 against it
  double height_m = 0.0;          ///< of the opening
  double molar_mass_kg_mol = 0.0;
  double heat_of_combustion_J_kg = 0.0;
  double jet_density_kg_m3 = 0.0;              ///< of the gas expanded to the air's pressure
  std::optional<double> radiative_fraction{};  ///< stated instead of 0.21 e^(-0.00323 uj) + 0.11
};

struct JetFireAir {
  double wind_speed_m_s = 0.0;
  double density_kg_m3 = 1.2;
};

/// Chamberlain's flare: a frustum of a cone, lifted off the opening by b and tilted by alpha from the jet's axis, that
/// radiates evenly from its surface. Source: G. A. Chamberlain, Chem. Eng. Res. Des. 65 (1987) 299; CPR 14E 1997, section
/// 6.5.5. Confidence: form seen, constants corroborated. Validity: flares and vertical jets; horizontal jets are beyond the
/// measurements. Wind speed over jet speed is Rw.
class ChamberlainJet {
 public:
  /// Throws ModelError for a rate, speed, molar mass, heat or density that is not positive, a height or a wind below 0,
  /// an angle outside 0 to 180.
  ChamberlainJet(const JetFireSource& source, const JetFireAir& air, const Transmissivity& transmissivity = {});

  [[nodiscard]] double flame_length_m() const { return length_m_; }  ///< opening to tip
  [[nodiscard]] double lift_off_m() const { return lift_off_m_; }    ///< opening to the frustum's base
  [[nodiscard]] double tilt_deg() const { return tilt_deg_; }        ///< alpha
  [[nodiscard]] double emissive_power_w_m2() const { return emissive_power_w_m2_; }
  /// Centres of the frustum's ends, and half its widest diameter.
  [[nodiscard]] const FlamePoint& base() const { return base_; }
  [[nodiscard]] const FlamePoint& tip() const { return tip_; }
  [[nodiscard]] double half_width_m() const { return half_width_m_; }

  /// Radiation on the ground at r downwind of the opening, W/m2; NaN inside the flame. A wall and a facing surface are
  /// turned to where they receive most: below the flame that need not be towards the opening.
  [[nodiscard]] double radiation_w_m2(double r_m, Receiver receiver) const;
  void radiations_w_m2(std::span<const double> r_m, Receiver receiver, std::span<double> out_w_m2) const;

  /// The same at (x downwind, y across) on the ground all around the opening.
  [[nodiscard]] double radiation_around_w_m2(double x_m, double y_m, Receiver receiver) const;

  [[nodiscard]] bool in_range_of_use(double r_m) const { return transmissivity_.in_range_of_use(path_m(r_m)); }

  /// Outermost distance with this radiation; nullopt: not reached outside the flame.
  [[nodiscard]] std::optional<double> distance_to_m(double radiation_w_m2, Receiver receiver) const;

 private:
  /// From the receiver to the middle of the frustum, less half its widest diameter.
  [[nodiscard]] double path_m(double r_m, double y_m = 0.0) const;

  double length_m_ = 0.0;
  double lift_off_m_ = 0.0;
  double tilt_deg_ = 0.0;
  double emissive_power_w_m2_ = 0.0;
  double half_width_m_ = 0.0;
  FlamePoint base_{};
  FlamePoint tip_{};
  FlamePoint middle_{};
  std::optional<FlameFrustum> frustum_;
  Transmissivity transmissivity_;
};

/// Radiation at distance r from the middle of a flame that releases `heat_W`: tau F Q / (4 pi r^2). Source: API 521.
/// Confidence: corroborated, its example reproduces.
[[nodiscard]] double point_source_radiation_w_m2(double heat_W, double radiative_fraction, double r_m,
                                                 const Transmissivity& transmissivity = {});

/// Length of a flare's flame by API 521: 0.00604 Q^0.4776 ft with Q in Btu/h. Confidence: seen.
[[nodiscard]] double api_flame_length_m(double heat_W);

/// Length over the diameter of the opening of a turbulent jet flame, 5.3/CT sqrt(Tf/Tj/alpha [CT + (1 - CT) Ma/Mf]): CT
/// mole fraction of fuel in the stoichiometric mixture, Tf/Tj flame over jet temperature, alpha moles of reactants per
/// mole of products, Ma/Mf air's over the fuel's molar mass. Source: CPQRA 2000, section 2.2.6. Confidence: corroborated.
[[nodiscard]] double turbulent_flame_length_ratio(double ct, double flame_over_jet_temperature, double alpha,
                                                  double air_over_fuel_mass);

}  // namespace sise
