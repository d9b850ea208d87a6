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

/// A straight way along which accidents start evenly, and three points for what is smooth along it (Gauss and Legendre; where
/// the line bends a little they lie on the line, not on the chord).
struct SourceWay {
  static constexpr std::array<double, 3> node_shares{5.0 / 18.0, 8.0 / 18.0, 5.0 / 18.0};

  Point from, to;
  std::array<Point, 3> nodes{};
  double turn_cosine = 1.0, turn_sine = 0.0;  ///< of what grid north differs from that at the origin, clockwise
  double share = 0.0;                         ///< of all that happens on the line
};

/// Accidents start evenly along the way through a line's places, which is a tree of stretches, each half of the one above,
/// down to the way around one place. Offsets are from an origin, so that the line may be moved as a whole.
class SourceLine {
 public:
  struct Stretch {
    SourceWay way;
    double length_m = 0.0;  ///< along the places
    double bend_m = 0.0;    ///< how far a place lies off the straight way between the ends; of one with a gap infinite
    Bounds box{};
    std::uint32_t left = 0;  ///< its halves; 0: it is one place
    std::uint32_t right = 0;

    [[nodiscard]] bool is_one_place() const { return left == 0; }
    /// Its way tells it from this distance. Where something jumps no farther away from a source than `sharp_m`, the way has to lie
    /// where the line does.
    [[nodiscard]] bool is_small_from(double distance_m, double sharp_m) const;
  };
  static constexpr std::uint32_t whole = 0;  ///< the stretch that is the line

  /// From one place on. What happens on the line happens at each of them equally often.
  SourceLine(std::span<const LinePlace> places, Point origin, double origin_convergence_deg);

  [[nodiscard]] const Stretch& stretch(std::uint32_t index) const { return stretches_[index]; }
  [[nodiscard]] std::size_t bytes() const { return stretches_.size() * sizeof(Stretch); }
  /// From a box that is given from the origin, m, or a little less; 0: the line meets it.
  [[nodiscard]] double distance_m(const Bounds& box) const;
  /// Adds the ways of a stretch that is small from this distance: one that is a place is cut if it is too near.
  void add_ways(std::uint32_t index, double distance_m, std::vector<SourceWay>& ways) const;
  /// Ways of these stretches, each small from the box; what is farther than `reach_m` is left out.
  [[nodiscard]] std::vector<SourceWay> ways_from(const Bounds& box, std::span<const std::uint32_t> stretches,
                                                 double sharp_m, double reach_m) const;

 private:
  struct Place {
    Point at, before, after;  ///< the way around it goes through these
    double turn_deg = 0.0;
    bool joined = false;  ///< to the next
  };

  void set_ends(std::span<Place> places) const;
  std::uint32_t build(std::span<const Place> places, std::size_t begin, std::size_t end);

  double step_m_ = 0.0;
  std::vector<Stretch> stretches_;
};

/// A way in so many equal parts, one behind the other.
[[nodiscard]] SourceWay part_of(const SourceWay& way, std::size_t part, std::size_t parts);

/// How much of the straight way from one point to another lies within a disc, 0 to 1.
[[nodiscard]] double share_in_disc(Point from, Point to, Point centre, double radius_m);

}  // namespace sise
