// The turn of a footprint through all directions of the wind: exact for the rose's piecewise parabolic density.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/kernels/bearing_nodes.hpp"
#include "core/kernels/footprint_moments.hpp"

namespace sise {

/// The density of the direction that the wind blows to, as its local parabola at each bearing node and its jumps at the
/// sectors' edges. With p, p'' the density and its bend at a node, and Δ0, Δ1, Δ2 the jumps of the density and its first
/// two derivatives at an edge d to the right or left of it,
///
///   ∫ p S = 2 p T0(0) + p'' T2(0) + Σ right (Δ0 T0 + Δ1 T1 + ½ Δ2 T2)(d) + Σ left (−Δ0 T0 + Δ1 T1 − ½ Δ2 T2)(d):
///
/// what the footprint finds beyond an edge differs from the local parabola by a parabola that starts at the edge.
class RoseTurn {
 public:
  RoseTurn(const DirectionDensity& density, const BearingNodes& nodes);

  /// Adds the turned footprint to a ring (BearingNodes::ring_size values, laid out as BearingNodes says).
  void add(const FootprintMoments& moments, std::span<double> ring) const;

  [[nodiscard]] const BearingNodes& nodes() const { return nodes_; }
  [[nodiscard]] double total() const { return total_; }

 private:
  BearingNodes nodes_;
  double total_;
  std::vector<double> density_;  ///< at the nodes of a ring, per radian
  std::vector<double> bend_;     ///< per sector, per rad³
  // At the left edge of each sector, three turns in a row so that neighbours are found without wrapping.
  std::vector<double> jump0_, jump1_, half_jump2_;
};

}  // namespace sise
