// The unsteady part of a dense cloud: one puff, after the release has ended or when all came at once.
#pragma once
#include "models/dispersion/dense_gas_plume.hpp"

namespace sise {

/// Ermak's conservation laws of a puff. The state vector is PuffPart; the time since the release began is the variable.
class DensePuff {
 public:
  DensePuff(const DenseMixture& mixture, const DenseEntrainment& entrainment, double mass_kg);

  [[nodiscard]] CloudSection section(bool lifted, double t_s, const PuffVector& y) const;
  [[nodiscard]] PuffVector slope(bool lifted, double t_s, const PuffVector& y) const;

  /// A square cloud of pure gas at rest.
  [[nodiscard]] PuffVector start(double area_m2, double height_m) const;
  /// What a plume becomes when its release ends: the mass and all that it carries are kept.
  [[nodiscard]] PuffVector from_plume(const CloudSection& slice, const PlumeVector& plume) const;

 private:
  const DenseMixture& mixture_;
  const DenseEntrainment& entrainment_;
  double mass_kg_ = 0.0;
};

}  // namespace sise
