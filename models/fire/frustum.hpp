// A flame as a frustum of a cone, seen from a place on the ground.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/fire/receiver.hpp"

namespace sise {

/// x downwind, y across, z above ground, m.
using FlamePoint = std::array<double, 3>;

/// A frustum between two discs that stand square to its axis. The round side is taken as plane facets whose cross section
/// has the circle's area; view factors of a vertical cylinder are within 1e-3 of the closed form.
class FlameFrustum {
 public:
  FlameFrustum(const FlamePoint& base_centre, const FlamePoint& tip_centre, double base_diameter_m,
               double tip_diameter_m);

  /// Side and both discs.
  [[nodiscard]] double surface_m2() const { return surface_m2_; }

  /// The view factor of a receiver on the ground at (x downwind, y across): of the ground, of a wall turned to where it
  /// sees most, or of any surface turned so. What is below the ground or behind the surface is not seen. NaN inside the
  /// flame.
  [[nodiscard]] double view_factor(double x_m, double y_m, Receiver receiver) const;

 private:
  using Facet = std::vector<FlamePoint>;
  using FacetIndex = std::uint8_t;  ///< one more than there are: none
  /// A facet's plane: dot(normal, p) = offset.
  struct Plane {
    FlamePoint normal;
    double offset;
  };
  /// Between two facets above the ground, or between one and the ground.
  struct Edge {
    FlamePoint from{};  ///< with `to`: as the facet `along` goes round
    FlamePoint to{};
    FacetIndex along = 0;    ///< index of a facet
    FacetIndex against = 0;  ///< of the one on the other side, if any
  };
  void add_facet(Facet facet);
  void add_edge(const FlamePoint& from, const FlamePoint& to, FacetIndex facet);

  FlamePoint centre_;
  double surface_m2_;
  std::vector<Plane> planes_;  ///< of the facets, whose corners go counterclockwise as seen from outside
  std::vector<Edge> edges_;
};

}  // namespace sise
