// A dense cloud's slices as a table, for whole maps: an answer costs two logarithms and a pair of error functions.
#pragma once
#include <span>
#include <vector>

#include "models/dispersion/dense_gas.hpp"

namespace sise {

/// The highest over time at one height, from slices at 24 places a decade of the distance to the cloud's upwind edge; between
/// them concentrations grow like powers and widths evenly with the logarithm. Within 1 % of the cloud itself. Prepared once;
/// then const, and safe to use from many threads.
class DenseGasSlices {
 public:
  DenseGasSlices(const DenseGas& cloud, double z_m);

  /// kg/m3; 0 before the first slice and beyond the last.
  [[nodiscard]] double concentration_kg_m3(double x_m, double y_m) const;
  /// Its natural logarithm; -infinity where there is nothing.
  [[nodiscard]] double ln_concentration(double x_m, double y_m) const;
  /// The same at many places, within 1e-5 of it; -infinity where there is nothing. One length.
  void ln_concentrations(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const;
  /// When the cloud comes to this distance, s since the release began; that of the nearest slice outside the table.
  [[nodiscard]] double arrival_s(double x_m) const;
  /// Standard deviation across the wind.
  [[nodiscard]] double width_m(double x_m) const;
  /// Farthest x on the axis with this concentration; the end of the table where it is still exceeded there; nullopt:
  /// nowhere.
  [[nodiscard]] std::optional<double> farthest_m(double concentration_kg_m3) const;
  [[nodiscard]] double first_m() const { return edge_m_; }
  [[nodiscard]] double last_m() const;

 private:
  template <class Number>
  struct SliceOf {
    Number ln_middle = 0;  ///< of the concentration on the axis over 2 erf(core / edge)
    Number core_m = 0;     ///< b
    Number edge_m = 0;     ///< sqrt(2) beta
    Number arrival_s = 0;
  };
  using Slice = SliceOf<double>;
  using Held = SliceOf<float>;  ///< a district holds millions
  /// Between two slices; none outside the table.
  [[nodiscard]] bool find(double x_m, Slice& slice) const;
  /// By the logarithm of the distance from the edge.
  [[nodiscard]] bool between(double ln_from_edge, Slice& slice) const;
  [[nodiscard]] double place_m(std::size_t slice) const;

  double edge_m_ = 0.0;
  double nearest_m_ = 0.0;  ///< from the edge, of the first slice
  double log_nearest_ = 0.0;
  std::vector<Held> slices_{};
};

}  // namespace sise
