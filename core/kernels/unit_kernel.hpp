// The individual risk that one unit casts around itself, over distance and bearing.
#pragma once
#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "core/kernels/effect_part.hpp"
#include "core/kernels/polar_lookup.hpp"
#include "core/kernels/polar_table.hpp"
#include "core/kernels/rose_cumulative.hpp"
#include "core/kernels/round_effects.hpp"

namespace sise {

/// Edges of a case's footprint, and how often the case happens.
struct RimsOfCase {
  double frequency_per_year = 0.0;
  std::shared_ptr<const CaseRims> edges;
};

/// A value: it knows neither where the unit stands nor which way grid north points there, so that equal units share it.
/// Risk per year at an offset from the source; what jumps is exact, the rest comes from a table.
class UnitKernel {
 public:
  /// `roses`: by the index that the rims name; shared by all kernels of a study.
  UnitKernel(PolarTable table, RoundEffects round, std::vector<RimsOfCase> rims = {},
             std::shared_ptr<const std::vector<RoseCumulative>> roses = {});

  /// Beyond this distance the risk is below the numeric floor and counts as 0.
  [[nodiscard]] double reach_m() const { return reach_m_; }
  /// No place farther out has more than `level_per_year`; a little too far rather than too near. Nothing is looked at
  /// beyond `within_m`, where the caller knows it.
  [[nodiscard]] double reach_above_m(double level_per_year,
                                     double within_m = std::numeric_limits<double>::infinity()) const;
  /// Nothing jumps beyond this distance.
  [[nodiscard]] double sharp_m() const { return sharp_m_; }
  [[nodiscard]] std::size_t bytes() const;

  // Its parts, for who sums them by himself:
  [[nodiscard]] std::span<const LethalDisc> discs() const { return round_.discs; }
  /// Where the disc ends a tail begins: together they have no edge.
  [[nodiscard]] bool goes_on(const LethalDisc& disc) const;
  [[nodiscard]] std::span<const RadialTail> tails() const { return round_.tails; }
  [[nodiscard]] const PolarTable& table() const { return table_; }
  [[nodiscard]] std::span<const RimsOfCase> rims() const { return rims_; }
  /// A row of one of the rims that turn with the wind.
  [[nodiscard]] RimLookup lookup(const RimsOfCase& one, const RimRow& row) const;
  /// Adds what the edges of one case put on the places to `out` (places.count to a whole number of registers).
  void add_edges(const RimsOfCase& one, const PolarPlaces& places, double* out) const;

  /// Risk at offsets (dx east, dy north, grid axes) from the source; grid_north_deg is the true bearing of the dy axis.
  void evaluate(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
                std::span<double> out) const;
  [[nodiscard]] double at(double dx_m, double dy_m, double grid_north_deg = 0.0) const;
  /// The same without the discs.
  void smooth(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
              std::span<double> out) const;

  /// Mean risk over the square cell of edge cell_m centred at the offset, within 1 %: the discs' share is exact, the rest
  /// is refined until halving the step changes it by less than 0.3 %.
  [[nodiscard]] double cell_average(double dx_m, double dy_m, double cell_m, double grid_north_deg) const;

 private:
  [[nodiscard]] double most_by_rims(double r_m) const;
  [[nodiscard]] double most_at(double r_m) const;
  [[nodiscard]] double bound_above_m(double level_per_year) const;
  [[nodiscard]] double smooth_average(double dx_m, double dy_m, double cell_m, double grid_north_deg, int parts) const;

  PolarTable table_;
  RoundEffects round_;
  std::vector<RimsOfCase> rims_;
  std::shared_ptr<const std::vector<RoseCumulative>> roses_;
  double reach_m_;
  double rims_reach_m_ = 0.0;
  double tails_reach_m_ = 0.0;
  double sharp_m_{0.0};
};

}  // namespace sise
