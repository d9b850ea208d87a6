// Blast of a vapour cloud by the TNO multi-energy method.
#pragma once
#include <span>

#include "models/explosion/blast_distance.hpp"
#include "models/explosion/log_log_chart.hpp"
#include "models/explosion/shock_relations.hpp"

namespace sise {

/// Heat released by a cubic metre of stoichiometric hydrocarbon-air, J/m3. Source: CPR 14E (Yellow Book), 1997,
/// section 5.5.3. Confidence: seen.
constexpr double kStoichiometricEnergy_J_m3 = 3.5e6;

/// The air that the blast runs through.
struct BlastAir {
  double pressure_pa = kStandardPressure_pa;
  double sound_speed_m_s = kStandardSoundSpeed_m_s;
};

/// A hemispherical cloud on the ground whose obstructed part burns with a known strength. With E the combustion energy
/// of that part (the ground is in the chart: E is not doubled) and r' = r (p0/E)^(1/3):
/// Ps = p0 Ps'(r', class), td = td'(r') (E/p0)^(1/3) / a0.
/// Source: A. C. van den Berg, J. Hazard. Mater. 12 (1985) 1; CPR 14E 1997, figs. 5.8A and 5.8C, read off at ten
/// distances and interpolated log-log; reading error 10 to 15 %. Below r' = 0.24 the pressure stays at its plateau (for
/// class 10 a lower bound). Durations are known for class 10 alone. Confidence: seen as a digitisation.
class MultiEnergy {
 public:
  /// Throws ModelError unless energy_J > 0 and blast_class is one of 1 to 10.
  MultiEnergy(double energy_J, int blast_class, const BlastAir& air = {});

  [[nodiscard]] double scaled_distance(double r_m) const { return r_m / length_m_; }
  /// Outer edge of the chart; the inner one is r' = 0.24.
  [[nodiscard]] double scaled_distance_max() const { return pressure_.x_max(); }

  /// Side-on peak overpressure at r > 0 in Pa; NaN beyond the chart.
  [[nodiscard]] double overpressure_pa(double r_m) const;
  /// The same for many distances, each equal to the byte to overpressure_pa(). One length.
  void overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const;

  /// Duration of the positive phase in s; NaN outside r' 0.24-50 and for every class but 10.
  [[nodiscard]] double duration_s(double r_m) const;

  /// r lies where class 10 has no upper limit: the pressure given is the least there can be.
  [[nodiscard]] bool lower_bound_only(double r_m) const;

  /// Outermost distance with this side-on overpressure.
  [[nodiscard]] BlastDistance distance_to(double overpressure_pa) const;

 private:
  double length_m_;  ///< (E/p0)^(1/3)
  int blast_class_;
  BlastAir air_;
  LogLogChart pressure_;
};

}  // namespace sise
