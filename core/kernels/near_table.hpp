// What one kernel puts on the cells close around its source, for sources anywhere within a cell.
#pragma once
#include <cstddef>
#include <vector>

#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// Cells whose centre lies within five cells of the source hold the mean over their area, farther ones the value at their
/// centre. Kept at every twentieth of a cell (means) or fifth (values) and linear between, so that a line of thousands
/// of sources costs look-ups. Lethal discs that end at an edge are not in it.
class NearTable {
 public:
  static constexpr int reach_cells = 24;  ///< both ways, from the source to a cell's centre
  static constexpr double averaged_cells = 5.0;
  static constexpr double step_cells = 0.2;  ///< sources of a line may stand for it that are no farther apart

  NearTable(const UnitKernel& kernel, double cell_m, double grid_north_deg);
  /// For a cell centred there from the source: does it hold its mean?
  [[nodiscard]] bool averages(double dx_m, double dy_m) const {
    return dx_m * dx_m + dy_m * dy_m <= averaged_m_ * averaged_m_;
  }
  /// For a cell centred there from the source, both within reach_cells.
  [[nodiscard]] double at(double dx_m, double dy_m) const {
    return averages(dx_m, dy_m) ? means_.at(dx_m, dy_m) : values_.at(dx_m, dy_m);
  }
  [[nodiscard]] static std::size_t bytes();

 private:
  /// A square around the source.
  struct Patch {
    int half = 0;  ///< in steps
    double steps_per_m = 0.0;
    std::vector<float> values;  ///< row by row from the south

    [[nodiscard]] double at(double dx_m, double dy_m) const;
  };

  double averaged_m_;
  Patch means_, values_;
};

}  // namespace sise
