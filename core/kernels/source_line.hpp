// A line along which accidents start, ready to be summed from near and from afar.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

/// The places of a line as a tree of stretches, each half of the one above. From afar a stretch is three points with the
/// weights of Gauss and Legendre; from near its places stand for themselves. Offsets are from an origin, so that the line may
/// be moved as a whole.
class SourceLine {
 public:
  struct Node {
    double east_m = 0.0, north_m = 0.0;
    double turn_deg = 0.0;  ///< by which grid north differs from that at the origin
    double share = 0.0;     ///< of all that happens on the line
  };

  struct Stretch {
    std::array<Node, 3> nodes{};
    std::size_t node_count = 0;
    Point from, to;         ///< its ends
    double share = 0.0;     ///< of the line
    double length_m = 0.0;  ///< along the places
    double bend_m = 0.0;    ///< how far a place lies off the straight way between the ends; of one with a gap infinite
    Bounds box{};
    std::uint32_t left = 0;  ///< its halves; 0: it is a few places
    std::uint32_t right = 0;

    [[nodiscard]] bool is_few_places() const { return left == 0; }
    /// Its nodes tell it from this distance, where nothing jumps farther away from a place than `sharp_m`: nearer by, only places
    /// tell where an effect ends.
    [[nodiscard]] bool is_small_from(double distance_m, double sharp_m) const;
  };
  static constexpr std::uint32_t whole = 0;  ///< the stretch that is the line

  /// From one place on. What happens on the line happens at each of them equally often.
  SourceLine(std::span<const LinePlace> places, Point origin, double origin_convergence_deg);

  [[nodiscard]] const Stretch& stretch(std::uint32_t index) const { return stretches_[index]; }
  [[nodiscard]] std::size_t bytes() const { return stretches_.size() * sizeof(Stretch); }
  /// From a box that is given from the origin, m; 0: the line meets it.
  [[nodiscard]] double distance_m(const Bounds& box) const;
  /// Parts of these stretches, each small from the box; what is farther than `reach_m` is left out.
  [[nodiscard]] std::vector<std::uint32_t> seen_from(const Bounds& box, std::span<const std::uint32_t> stretches,
                                                     double sharp_m, double reach_m) const;

 private:
  std::uint32_t build(std::span<const Node> places, std::size_t begin, std::size_t end);

  double step_m_ = 0.0;
  std::vector<Stretch> stretches_;
};

/// How much of the straight way from one point to another lies within a disc, 0 to 1.
[[nodiscard]] double share_in_disc(Point from, Point to, Point centre, double radius_m);

}  // namespace sise
