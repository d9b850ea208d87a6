// The steady part of a dense cloud: slices that travel downwind.
#pragma once
#include "models/dispersion/dense_gas_entrainment.hpp"

namespace sise {

/// Where a slice is.
enum class PlumePlace { pool, ground, lifted };

/// Ermak's conservation laws of a steady plume with the derivatives written out, so that nothing hangs on a step
/// (docs/models/dense_gas.md). The state vector is PlumePart; x downwind.
class DensePlume {
 public:
  /// `pool_half_width_m` 0: no pool.
  DensePlume(const DenseMixture& mixture, const DenseEntrainment& entrainment, double rate_kg_s,
             double pool_half_width_m);

  [[nodiscard]] CloudSection section(PlumePlace place, double x_m, const PlumeVector& y) const;
  [[nodiscard]] PlumeVector slope(PlumePlace place, double x_m, const PlumeVector& y) const;
  /// The first slice over a pool, a thousandth of its length inside its upwind edge.
  [[nodiscard]] PlumeVector start_of_pool(double& x_m) const;
  /// Twice the slumping pressure over the momentum flux: above 1 the cloud would spread upwind.
  [[nodiscard]] double blocking(const CloudSection& section, double flux_kg_s) const;

  [[nodiscard]] double rate_kg_s() const { return rate_kg_s_; }
  [[nodiscard]] double pool_half_width_m() const { return pool_m_; }
  [[nodiscard]] const DenseMixture& mixture() const { return mixture_; }
  [[nodiscard]] const DenseEntrainment& entrainment() const { return entrainment_; }

 private:
  struct Growth;
  [[nodiscard]] double acceleration(const CloudSection& s, const Entrainment& e, const Growth& g) const;

  const DenseMixture& mixture_;
  const DenseEntrainment& entrainment_;
  double rate_kg_s_ = 0.0;
  double pool_m_ = 0.0;
  double pool_rise_m_s_ = 0.0;
};

/// d ln(rho) from a section on, along the path on which the mass fraction and the heat per kg change with these rates.
/// `scale` is a rate of relative change, which sets the difference's step.
[[nodiscard]] double density_growth(const DenseMixture& mixture, const CloudSection& section, double heat_J_kg,
                                    double mass_fraction_rate, double heat_rate, double scale);

}  // namespace sise
