// The outline of a flame as a receiver sees it: what a surface receives that is turned some way, and the best turn.
#pragma once
#include <vector>

#include "models/fire/receiver.hpp"
#include "models/fire/view_factor.hpp"

namespace sise {

/// The closed edge of what is seen of a convex body, as straight edges given relative to the receiver. A surface sees what
/// stands in front of it: Lambert's line integral around the outline, cut off where it passes behind the surface.
class FlameOutline {
 public:
  /// Counterclockwise as seen from outside the body. Order does not matter.
  void add(const ViewVector& from, const ViewVector& to);

  /// The view factor of the receiver: of the ground; of a wall, or of any surface, in the turn that sees most. The best
  /// turn is exact where no two parts of the flame stand more than a right angle apart; else it is climbed to from several
  /// starts (each step to the direction of what is seen sees no less).
  [[nodiscard]] double view_factor(Receiver receiver) const;

 private:
  struct Edge {
    ViewVector from;
    ViewVector to;
    ViewVector term;  ///< of the whole edge
  };

  /// The vector of what a surface with this normal sees: its component along the normal is the view factor.
  [[nodiscard]] ViewVector in_front_of(const ViewVector& normal) const;
  [[nodiscard]] bool within_a_right_angle(const ViewVector& middle, bool horizontally) const;
  [[nodiscard]] double climb(ViewVector normal, bool horizontally) const;

  std::vector<Edge> edges_;
  ViewVector whole_{};
};

}  // namespace sise
