// Kernels over a small box of places: asked at 6 × 6 nodes where these resolve them.
#pragma once
#include <array>
#include <span>

#include "core/geometry/geometry.hpp"
#include "core/kernels/block_nodes.hpp"
#include "core/kernels/placed_kernel.hpp"

namespace sise {

class BoxNodes {
 public:
  using Values = BlockNodes::Values;

  explicit BoxNodes(const Bounds& box);

  /// The kernel's values at the nodes; false: it is too near or too uneven to be told by them.
  [[nodiscard]] bool values(const PlacedKernel& kernel, Values& out) const;

  /// Of the nodes at a place within the box.
  struct Weights {
    std::array<double, BlockNodes::edge> across, along;
    /// At most a little below 0 where nodes hold nothing.
    [[nodiscard]] double at(const Values& values) const;
  };
  [[nodiscard]] Weights weights(Point place) const;

 private:
  Bounds box_;
  double x_, y_;            // the middle
  double half_x_, half_y_;  // positive
};

/// The smallest box around places; at least one.
[[nodiscard]] Bounds box_around(std::span<const Point> places);

}  // namespace sise
