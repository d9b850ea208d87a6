// Blast of a vapour cloud by its flame speed: Baker, Strehlow and Tang.
#pragma once
#include <span>

#include "models/explosion/blast_distance.hpp"
#include "models/explosion/log_log_chart.hpp"
#include "models/explosion/multi_energy.hpp"

namespace sise {

/// R = r (p0/E)^(1/3), where E is the energy of the cloud times the ground factor (2 for a cloud on the ground: the
/// curves are for free air). Ps = p0 Ps'(R, Mf), i = i'(R, Mf) E^(1/3) p0^(2/3) / a0.
/// Source: M. J. Tang and Q. A. Baker, Process Safety Progress 18 (1999) 235; curves as digitised by Sandia National
/// Laboratories for HyRAM+, read at eight distances from R = 0.1 to 10 for Mf 0.2, 0.35, 0.7, 1.0, 1.4 and 5.2; reading
/// error 10 to 15 %. Between curves linear in Mf, along a curve log-log. Below Mf 0.2 the lowest curve is scaled by
/// Mf^2/(1+Mf). Confidence: seen as a digitisation.
class BakerStrehlowTang {
 public:
  /// Throws ModelError unless energy_J > 0, 0 < flame_mach <= 5.2 and ground_factor is from 1 to 2.
  BakerStrehlowTang(double energy_J, double flame_mach, double ground_factor = 2.0, const BlastAir& air = {});

  [[nodiscard]] double scaled_distance(double r_m) const { return r_m / length_m_; }
  [[nodiscard]] double effective_energy_J() const { return energy_J_; }

  /// Side-on peak overpressure at r > 0 in Pa; NaN outside R 0.1-10.
  [[nodiscard]] double overpressure_pa(double r_m) const;
  /// The same for many distances, each equal to the byte to overpressure_pa(). One length.
  void overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const;

  /// Side-on impulse of the positive phase in Pa s; NaN outside R 0.1-10.
  [[nodiscard]] double impulse_pa_s(double r_m) const;

  [[nodiscard]] BlastDistance distance_to_overpressure(double overpressure_pa) const;
  [[nodiscard]] BlastDistance distance_to_impulse(double impulse_pa_s) const;

 private:
  double energy_J_;  ///< with the ground factor
  double length_m_;  ///< (E/p0)^(1/3)
  BlastAir air_;
  double impulse_unit_pa_s_;
  LogLogChart pressure_;
  LogLogChart impulse_;
};

/// The slowest flame that the curves show; below it they are extrapolated.
constexpr double kSlowestCurveMach = 0.2;

}  // namespace sise
