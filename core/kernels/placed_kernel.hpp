// A unit's kernel where the unit stands: at a point, or along a line.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/kernels/block_nodes.hpp"
#include "core/kernels/source_line.hpp"
#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// Risk per year of one unit, in grid coordinates.
struct PlacedKernel {
  std::size_t unit = 0;  ///< index into the inputs' units
  bool is_new = false;
  double x_m = 0.0, y_m = 0.0;
  double grid_north_deg = 0.0;  ///< true bearing of grid north there
  std::shared_ptr<const UnitKernel> kernel;
  /// Where its accidents start, from (x_m, y_m) on; null: there. The kernel is that of all of them together.
  std::shared_ptr<const SourceLine> along{};

  /// From every place where accidents start.
  [[nodiscard]] double reach_m() const { return kernel->reach_m(); }
  /// Nothing jumps farther away from where accidents start.
  [[nodiscard]] double sharp_m() const { return kernel->sharp_m(); }
  /// Around where accidents start.
  [[nodiscard]] Bounds bounds() const;
  /// From there to a box, m.
  [[nodiscard]] double distance_m(const Bounds& box) const;

  /// Risk at places. A line's is that of its ways, whose lengths follow the distance, within half a per cent.
  void evaluate(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const;
  [[nodiscard]] double at(double x, double y) const;

  // Of a line, part by part:

  /// Adds what these ways, small from the box that holds the places, put on them.
  void add_ways(std::span<const SourceWay> ways, std::span<const double> x_m, std::span<const double> y_m,
                std::span<double> out) const;
  /// What these stretches, of any size, put on one place.
  [[nodiscard]] double of_stretches(std::span<const std::uint32_t> stretches, double x, double y) const;
  /// What these ways put on one place by lethal discs alone; `edged`: by those alone that end at an edge.
  [[nodiscard]] double by_discs(std::span<const SourceWay> ways, Point place, bool edged = false) const;
  /// A box as the line's stretches are given.
  [[nodiscard]] Bounds from_origin(const Bounds& box) const {
    return {box.x_min - x_m, box.y_min - y_m, box.x_max - x_m, box.y_max - y_m};
  }
};

/// A square with nodes (BlockNodes).
struct NodeSquare {
  double x = 0.0, y = 0.0, half_m = 0.0;  ///< its middle

  [[nodiscard]] Bounds box() const { return {x - half_m, y - half_m, x + half_m, y + half_m}; }
};

/// What of a line the nodes of a square hold, and what they do not.
struct LineOnNodes {
  BlockNodes::Values values{};        ///< rows from the north
  double least_per_year = 0.0;        ///< of all that is held here and above
  std::vector<std::uint32_t> rest{};  ///< stretches that are too near, or whose risk is too uneven
};

/// Of these stretches those that are farther than `near_m` and smooth enough, at the nodes and where the square comes nearest to
/// them and reaches farthest from them, beside themselves and what squares above hold
/// (`least_per_year`); what does not reach the square is left out of both.
[[nodiscard]] LineOnNodes put_on_nodes(const PlacedKernel& line, std::span<const std::uint32_t> stretches,
                                       const NodeSquare& square, double near_m, double least_per_year);

}  // namespace sise
