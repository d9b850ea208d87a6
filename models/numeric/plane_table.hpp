// A function of the place that is dear to compute, tabulated once so that a whole raster costs little.
#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace sise {

/// Around what the function varies: a piece of the x axis, and the distance from it over which it changes most. On the
/// lines across the ends of the piece the function may have a kink.
struct PlaneFrame {
  double from_m = 0.0;
  double to_m = 0.0;     ///< not below from_m
  double width_m = 1.0;  ///< above 0
};

/// f(x, y), even in y, positive, smooth outside a neighbourhood of the piece, and far away about proportional to the
/// inverse square of the distance (times anything slow).
///
/// Coordinates: the distance d from the piece, as w = (width/(width + d))^(1/4), which runs from 1 on it to 0 at
/// infinity; and round it, the tangent of half the bearing off the axis at either end, and the share of the way along
/// it in between. f (d^2 + width^2) is sampled coarsely, refined by cubics, and looked up linearly in the fine table:
/// no logarithm, no exponential. Where a coarse cell, tried between its nodes, misses the function by more than the
/// tolerance, or the function is NaN near by, the cell says NaN and the caller asks the function itself.
class PlaneTable {
 public:
  using Function = std::function<double(double x_m, double y_m)>;

  /// `tolerance` is relative. Asks the function about 4,500 times.
  PlaneTable(const Function& f, const PlaneFrame& frame, double tolerance);

  /// Any batch size; one length; `out` overlaps no input. The same bytes for a place whatever its batch. NaN where the
  /// table does not know.
  void at(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const;

 private:
  struct Place {
    double x_m;
    double y_m;
    double d_m;
  };
  /// Of a place among the coarse cells, in cells.
  [[nodiscard]] Place place(double row, double column) const;
  [[nodiscard]] std::size_t columns() const;
  void tabulate(const Function& f);
  /// The table is off by more than the tolerance at a place given in coarse cells.
  [[nodiscard]] bool misses(const Function& f, double row, double column, double tolerance) const;
  void forget(std::size_t row, std::size_t column);
  void distrust(const Function& f, double tolerance);

  PlaneFrame frame_;
  std::size_t along_;          ///< coarse cells along the piece
  std::vector<float> values_;  ///< by w, then round the piece
};

}  // namespace sise
