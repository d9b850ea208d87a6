// The individual risk that one unit casts around itself, over distance and bearing.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/kernels/effect_kernel.hpp"
#include "core/kernels/effect_table.hpp"
#include "core/kernels/lethal_disc.hpp"
#include "core/kernels/polar_table.hpp"

namespace sise {

/// Risk per year at an offset from the unit's source point. Discs of certain death are exact, the rest comes from tables.
class UnitKernel {
 public:
  UnitKernel(PolarTable toxic, RoundEffects round, double convergence_deg, EffectTable effects = {});

  /// Beyond this distance the risk is below the numeric floor and counts as 0.
  [[nodiscard]] double reach_m() const { return reach_m_; }
  [[nodiscard]] std::size_t bytes() const { return toxic_.bytes() + effects_.bytes(); }
  [[nodiscard]] const PolarTable& toxic() const { return toxic_; }
  [[nodiscard]] std::span<const LethalDisc> discs() const { return round_.discs; }

  /// Risk at offsets (dx east, dy north, grid axes) from the source.
  void evaluate(std::span<const double> dx_m, std::span<const double> dy_m, std::span<double> out) const;
  [[nodiscard]] double at(double dx_m, double dy_m) const;

  /// Mean risk over the square cell of edge cell_m centred at the offset, within 1 %: the discs' share is exact, the
  /// table's is refined until halving the step changes it by less than 0.3 %.
  [[nodiscard]] double cell_average(double dx_m, double dy_m, double cell_m) const;

 private:
  /// All but the discs.
  void evaluate_tables(std::span<const double> dx_m, std::span<const double> dy_m, std::span<double> out) const;
  [[nodiscard]] double tables_average(double dx_m, double dy_m, double cell_m, int parts) const;

  PolarTable toxic_;
  RoundEffects round_;
  EffectTable effects_;
  double convergence_deg_;
  double reach_m_;
  double effects_reach_m_;  ///< of the tails and the effects' table
};

}  // namespace sise
