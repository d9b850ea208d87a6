// What one kernel puts on the cells close around its source, for sources anywhere within a cell.
#pragma once
#include <cstddef>
#include <vector>

#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// Cells whose centre lies within five cells of the source hold the mean over their area, farther ones the value at their
/// centre. Kept at every fifth of a cell and linear between, so that a line of thousands of sources costs look-ups. Lethal discs
/// are not in it.
class NearTable {
 public:
  static constexpr int reach_cells = 24;  ///< both ways, from the source to a cell's centre
  static constexpr double averaged_cells = 5.0;

  NearTable(const UnitKernel& kernel, double cell_m, double grid_north_deg);
  /// For a cell centred there from the source, both within reach_cells.
  [[nodiscard]] double at(double dx_m, double dy_m) const;
  [[nodiscard]] static std::size_t bytes();

 private:
  double steps_per_m_ = 0.0;
  std::vector<float> values_;  ///< row by row from the south
};

}  // namespace sise
