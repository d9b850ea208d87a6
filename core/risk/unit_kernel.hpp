// The individual risk that one unit casts around itself, over distance and bearing.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/risk/polar_table.hpp"

namespace sise {

/// Everybody within radius_m dies, nobody beyond: an explosion with its frequency.
struct LethalDisc {
  double radius_m = 0.0;
  double frequency_per_year = 0.0;
};

/// Risk per year at an offset from the unit's source point. Jumps (discs) are exact, the rest comes from a table.
class UnitKernel {
 public:
  UnitKernel(PolarTable toxic, std::vector<LethalDisc> discs, double convergence_deg);

  /// Beyond this distance the risk is below the numeric floor and counts as 0.
  [[nodiscard]] double reach_m() const { return reach_m_; }
  [[nodiscard]] std::size_t bytes() const { return toxic_.bytes(); }
  [[nodiscard]] const PolarTable& toxic() const { return toxic_; }
  [[nodiscard]] std::span<const LethalDisc> discs() const { return discs_; }

  /// Risk at offsets (dx east, dy north, grid axes) from the source.
  void evaluate(std::span<const double> dx_m, std::span<const double> dy_m, std::span<double> out) const;
  [[nodiscard]] double at(double dx_m, double dy_m) const;

  /// Mean risk over the square cell of edge cell_m centred at the offset, within 1 %: the discs' share is exact, the
  /// table's is refined until halving the step changes it by less than 0.3 %.
  [[nodiscard]] double cell_average(double dx_m, double dy_m, double cell_m) const;

 private:
  [[nodiscard]] double toxic_average(double dx_m, double dy_m, double cell_m, int parts) const;

  PolarTable toxic_;
  std::vector<LethalDisc> discs_;
  double convergence_deg_;
  double reach_m_;
};

/// Area of a disc around the origin within [x_min, x_max] × [y_min, y_max], m2.
[[nodiscard]] double disc_area_in_box(double radius_m, double x_min, double y_min, double x_max, double y_max);

}  // namespace sise
