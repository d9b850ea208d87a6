// A dense cloud's slices as a table, for whole maps: an answer costs one pair of error functions and two exponentials.
#pragma once
#include <vector>

#include "models/dispersion/dense_gas.hpp"

namespace sise {

/// The highest over time at one height, from slices at 24 places a decade of the distance to the cloud's upwind edge; between
/// them widths and concentrations grow like powers. Within 1 % of the cloud itself. Prepared once; then const, and safe to
/// use from many threads.
class DenseGasSlices {
 public:
  DenseGasSlices(const DenseGas& cloud, double z_m);

  /// kg/m3; 0 before the first slice and beyond the last.
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m) const;
  /// Standard deviation across the wind.
  [[nodiscard]] double width_m(double x_m) const;
  [[nodiscard]] double first_m() const { return edge_m_; }

 private:
  /// Logarithms of a slice's numbers.
  struct Slice {
    double on_axis = 0.0;  ///< concentration
    double core = 0.0;     ///< b
    double edge = 0.0;     ///< sqrt(2) beta
  };
  /// Between two slices; none outside the table.
  [[nodiscard]] bool find(double x_m, Slice& slice) const;

  double edge_m_ = 0.0;
  double nearest_m_ = 0.0;  ///< from the edge, of the first slice
  double log_nearest_ = 0.0;
  double pure_kg_m3_ = 0.0;
  std::vector<Slice> slices_{};
};

}  // namespace sise
