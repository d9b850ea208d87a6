// How fast a dense cloud's air mixes sideways once nothing but the wind drives it, and how it meanders: SLAB's surface
// layer, or our own dispersion curves, so that far away the cloud becomes a passive plume.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "models/atmosphere/sigma.hpp"
#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/stability.hpp"
#include "models/dispersion/dense_gas_air.hpp"

namespace sise {

/// Grows with the dispersion curves of a set: its slope where it has a given width. Crosswind the curves are those of an
/// average over 18.75 s; the rest of a longer average is meander.
class CurveGrowth {
 public:
  CurveGrowth(SigmaSet set, Stability stability);
  /// One for all clouds: a district follows thousands in a handful of stabilities.
  [[nodiscard]] static std::shared_ptr<const CurveGrowth> shared(SigmaSet set, Stability stability);

  /// d sigma_y/dx where sigma_y has this value.
  [[nodiscard]] double side(double sigma_m) const { return side_.slope(sigma_m); }
  [[nodiscard]] double up(double sigma_m) const { return up_.slope(sigma_m); }
  /// What meander adds to the variance of a plume at this distance in a longer average, m2.
  [[nodiscard]] double meander_m2(double x_m, double averaging_s) const;

 private:
  /// A curve the other way round: at equal steps of ln x, between them log-log.
  class Inverse {
   public:
    explicit Inverse(std::vector<double> log_sigma);
    [[nodiscard]] double slope(double sigma_m) const;

   private:
    /// Of the points beyond the first and before the last the first above a value; the last where none is.
    [[nodiscard]] std::size_t above(double log_sigma) const;

    std::vector<double> log_sigma_;
    double bins_per_ln_ = 0.0;
    std::vector<std::uint32_t> from_;  ///< by even bins of ln sigma: where to begin to look
    std::vector<double> power_;        ///< from each point to the next, the first and the last once more at the ends
  };
  [[nodiscard]] static Inverse inverse(SigmaSet set, Stability stability, bool crosswind);

  SigmaSet set_;
  SigmaCurves curves_;
  Inverse side_;
  Inverse up_;
};

class DenseSpread {
 public:
  /// With curves where given, else SLAB's.
  DenseSpread(const DenseGasAir& air, std::shared_ptr<const CurveGrowth> curves);

  [[nodiscard]] bool by_curves() const { return curves_ != nullptr; }
  /// v_a, m/s: growth of sigma per second of a cloud of this half width in this wind.
  [[nodiscard]] double side_m_s(double half_width_m, double wind_m_s) const;
  /// w_p, m/s; only with curves. `images` 1 on the ground, 2 lifted.
  [[nodiscard]] double up_m_s(double height_m, double images, double wind_m_s) const;
  /// Variance that meander adds in an average over this time, m2.
  [[nodiscard]] double meander_m2(double x_m, double averaging_s) const;

 private:
  double angle_ = 0.0;  ///< a: sigma_y/x near the source, no meander
  std::shared_ptr<const CurveGrowth> curves_;
};

}  // namespace sise
