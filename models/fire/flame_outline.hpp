// The outline of a flame as a receiver sees it: what a surface receives that is turned some way, and the best turn.
#pragma once
#include <cstddef>
#include <memory>

#include "models/fire/edge_terms.hpp"
#include "models/fire/receiver.hpp"
#include "models/fire/view_factor.hpp"

namespace sise {

/// The closed edge of what is seen of a convex body, as straight edges given relative to the receiver. A surface sees what
/// stands in front of it: Lambert's line integral around the outline, cut off where it passes behind the surface.
class FlameOutline {
 public:
  explicit FlameOutline(std::size_t most_edges);

  /// Counterclockwise as seen from outside the body. Order does not matter.
  void add(const ViewVector& from, const ViewVector& to) {
    double* at = columns_.get() + count_;
    for (const double value : {from.x, from.y, from.z, to.x, to.y, to.z}) {
      *at = value;
      at += stride_;
    }
    ++count_;
  }

  /// The view factor of the receiver: of the ground; of a wall, or of any surface, in the turn that sees most. The best
  /// turn is exact where no two parts of the flame stand more than a right angle apart; else it is climbed to from several
  /// starts (each step to the direction of what is seen sees no less).
  /// Once, after the last edge.
  [[nodiscard]] double view_factor(Receiver receiver);

 private:
  static constexpr std::size_t kColumns = 9;  // of the edges: where they begin, where they end, their terms
  static constexpr std::size_t kTermColumn = 6;

  /// Works out what each edge gives to Lambert's integral, and the sum.
  void close();
  [[nodiscard]] ViewVector triple(std::size_t column, std::size_t i) const {
    const double* at = columns_.get() + column * stride_ + i;
    return {at[0], at[stride_], at[2 * stride_]};
  }
  [[nodiscard]] ViewVector from(std::size_t i) const { return triple(0, i); }
  [[nodiscard]] ViewVector to(std::size_t i) const { return triple(3, i); }
  [[nodiscard]] ViewVector term(std::size_t i) const { return triple(kTermColumn, i); }

  /// A turn that sees more than those beside it.
  struct Peak {
    double view_factor = 0.0;
    ViewVector normal{};
  };

  /// The vector of what a surface with this normal sees: its component along the normal is the view factor.
  [[nodiscard]] ViewVector in_front_of(const ViewVector& normal) const;
  [[nodiscard]] bool within_a_right_angle(const ViewVector& middle, bool horizontally) const;
  /// From this normal up to a peak, which is kept if it is higher. Ends early where it comes to the one that is known.
  void climb(ViewVector normal, bool horizontally, Peak& highest) const;

  [[nodiscard]] EdgeColumns edges() const;
  [[nodiscard]] const double* column(std::size_t c) const { return columns_.get() + c * stride_; }

  std::size_t stride_;
  std::unique_ptr<double[]> columns_;  // NOLINT(*-avoid-c-arrays): not filled before it is written
  std::size_t count_ = 0;
  ViewVector whole_{};
};

}  // namespace sise
