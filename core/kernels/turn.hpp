// The turn of a footprint through all directions: a circular convolution with the density of the wind's direction.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/kernels/direction_density.hpp"

namespace sise {

/// The integral of a footprint, symmetric about its axis, over the steps between evenly spaced nodes. It is split so
/// that ∫ S(x) q(x) dx is exact for a q that is a parabola within every step:
/// q(k + t) = (1 − t) q_k + t q_k+1 − t (1 − t)/2 · q''.
struct FootprintMasses {
  std::vector<double> at_node;  ///< ∫ S times the linear weights of node +k, and again of −k; element 0 once
  std::vector<double> in_step;  ///< ∫ S t (1 − t)/2 · step² over the step from node k to k + 1, and again mirrored
};

/// A density at nodes around the circle, with its second derivative within each step (from node j to j + 1). Both are
/// kept three times in a row, so that a footprint finds its neighbours without wrapping.
class NodeDensity {
 public:
  /// Both spans have one length.
  NodeDensity(std::span<const double> at_node, std::span<const double> bend);

  [[nodiscard]] std::size_t nodes() const { return at_node_.size() / 3; }
  /// Valid from index −nodes() to 2 nodes() − 1.
  [[nodiscard]] const double* at_node() const { return at_node_.data() + nodes(); }
  [[nodiscard]] const double* bend() const { return bend_.data() + nodes(); }

 private:
  std::vector<double> at_node_;
  std::vector<double> bend_;
};

/// The density of the direction the wind blows to, at `nodes` bearings from `first_bearing_deg` on, step_deg apart.
[[nodiscard]] NodeDensity density_downwind(const DirectionDensity& density, double first_bearing_deg, double step_deg,
                                           std::size_t nodes);

/// out[j] += ∫ S(x) q(j + x) dx over both sides of the axis, for every node j around the circle. `out` and the density
/// have one size, at least 64 nodes; the footprint goes at most half around.
void turn_footprint(const FootprintMasses& masses, const NodeDensity& density, std::span<double> out);

}  // namespace sise
