// A positive function of distance and bearing around a point, tabulated for fast and smooth evaluation.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/kernels/polar_axes.hpp"

namespace sise {

/// Tabulated values of K(r, bearing), stored as ln K in single precision (relative error of K about 1e-5) and
/// interpolated with four-point Lagrange polynomials in ln r and in bearing, so that contours show no spokes.
/// Closer than the first distance K goes linearly to the mean over that first ring; beyond the reach it is 0.
class PolarTable {
 public:
  PolarTable() = default;  ///< zero everywhere
  /// values: axes.rings() rows of axes.bearings values, K >= 0. Values below 1e-34 are stored as that.
  PolarTable(const PolarAxes& axes, std::span<const double> values);

  [[nodiscard]] bool empty() const { return ln_values_.empty(); }
  [[nodiscard]] const PolarAxes& axes() const { return axes_; }
  [[nodiscard]] double reach_m() const { return empty() ? 0.0 : axes_.reach_m(); }
  [[nodiscard]] std::size_t bytes() const { return ln_values_.size() * sizeof(float); }
  /// What a table on these axes will take; 0 without intervals.
  [[nodiscard]] static std::size_t bytes(const PolarAxes& axes);

  /// K at offsets (dx east, dy north) from the centre; grid_north_deg is the true bearing of the dy axis.
  /// The same bytes for a place whatever the batch it comes in.
  void evaluate(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
                std::span<double> out) const;

 private:
  PolarAxes axes_;
  std::vector<float> ln_values_;  ///< rows with the bearings' first and last nodes repeated around the circle
  double first_ring_mean_ = 0.0;
};

}  // namespace sise
