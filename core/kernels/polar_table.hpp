// A positive function of distance and bearing around a point, tabulated for fast and smooth evaluation.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/kernels/polar_places.hpp"

namespace sise {

/// Nodes: rings of RingAxes, bearings evenly around the circle.
struct PolarAxes {
  std::size_t rings = 0;  ///< at least 4; 0: nothing is tabulated
  std::size_t bearings = 0;
  double first_bearing_deg = 0.0;  ///< true bearing of node 0
  double reach_m = 0.0;            ///< the function is 0 beyond
};

/// Tabulated values of K(r, bearing), stored as ln K in single precision (relative error of K about 1e-5) and
/// interpolated with four-point Lagrange polynomials in ln(1 + r/r0) and in bearing, so that contours show no spokes.
class PolarTable {
 public:
  PolarTable() = default;  ///< zero everywhere
  explicit PolarTable(const PolarAxes& axes);
  /// values: K >= 0 of one ring, axes.bearings of them. Values below 1e-34 are stored as that.
  void set_ring(std::size_t ring, std::span<const double> values);

  [[nodiscard]] bool empty() const { return ln_values_.empty(); }
  [[nodiscard]] double reach_m() const { return axes_.reach_m; }
  /// No place farther out has more than `level`.
  [[nodiscard]] double reach_above_m(double level) const;
  /// No place at this distance has more.
  [[nodiscard]] double most_at(double r_m) const;
  [[nodiscard]] std::size_t bytes() const { return ln_values_.size() * sizeof(float); }
  /// What a table on these axes takes.
  [[nodiscard]] static std::size_t bytes(const PolarAxes& axes);

  /// Adds K at the places to `out` (places.count to a whole number of registers). The same bytes for a place whatever the
  /// batch it comes in.
  void add(const PolarPlaces& places, double* out) const;

 private:
  PolarAxes axes_;
  std::vector<float> ln_values_;  ///< rows with the bearings' first and last nodes repeated around the circle
};

}  // namespace sise
