// A kernel summed along straight ways, for many places.
#pragma once
#include <array>
#include <cstddef>
#include <span>

#include "core/kernels/source_line.hpp"
#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// What happens along ways, without lethal discs (their chords are exact, share_in_disc). What is smooth is asked at a way's
/// three points. Where an edge ends on the way (a ring of the wind's turn is met by the edge of a footprint between two distances
/// only, and its share falls to nothing as the root of what is left), that part of the way is integrated by itself, with four
/// points that lie as roots at both ends want them: a semicircle is within one part in ten thousand.
class LineSum {
 public:
  /// Adds to `out`.
  LineSum(const UnitKernel& kernel, double grid_north_deg, std::span<double> out)
      : kernel_(kernel), grid_north_deg_(grid_north_deg), out_(out) {}

  /// From here on this way, in coordinates from an origin.
  void along(const SourceWay& way);
  /// What the way, which is small from the place, puts on it. `index`: of out.
  void add(std::size_t index, Point place);
  /// After the last.
  void finish();

 private:
  static constexpr std::size_t kNodes = SourceWay::node_shares.size();
  static constexpr std::size_t kMost = PolarPlaces::most / kNodes;

  /// A way in the axes of the kernel: turned by what grid north differs there, so that all may be asked at once.
  struct TurnedWay {
    double cosine = 1.0, sine = 0.0;
    Point from;
    std::array<Point, kNodes> nodes{};
    Point ahead;  ///< its direction
    double length_m = 0.0;
    double share = 0.0;

    [[nodiscard]] Point turned(Point p) const { return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine}; }
  };
  /// A place and a way, in the same axes.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): made whole, each when it comes
  struct Pair {
    std::size_t index;
    double share;
    Point off;    ///< the place from the way's beginning
    Point ahead;  ///< the way's direction
    double length_m;
    double foot_m;  ///< along the way, where it comes nearest to the place if it goes so far
    double off_m2;  ///< how far off that is, squared
    double nearest_m, farthest_m;
    double mean;  ///< along the way, of what has been added

    [[nodiscard]] Point off_at(double along_m) const { return {off.x - along_m * ahead.x, off.y - along_m * ahead.y}; }
  };
  /// Places on ways for one row of rims.
  struct OnWays {
    std::size_t count = 0;
    std::array<double, PolarPlaces::most> dx{}, dy{}, weight{};
    std::array<std::size_t, PolarPlaces::most> pair{};
  };
  using Sums = std::array<double, PolarPlaces::most>;

  template <class Take>
  static void for_ring(const Pair& pair, double first_m, double last_m, Take take);
  void flush();
  void add_edges(const RimsOfCase& one, Sums& sums);
  void add_row(const RimRow& row, const RimLookup& lookup, Sums& sums);
  void ask(const RimLookup& lookup, OnWays& some);
  void add_own(const RimsOfCase& one, Pair& pair) const;
  static void add_tail(const RadialTail& tail, Pair& pair);

  const UnitKernel& kernel_;
  double grid_north_deg_;
  std::span<double> out_;
  TurnedWay way_;
  std::array<Pair, kMost> pairs_;  // NOLINT(cppcoreguidelines-pro-type-member-init): the first count_ are set
  std::size_t count_ = 0;
  double nearest_m_ = 0.0, farthest_m_ = 0.0;  ///< of the pairs
  PolarPlaces places_;
  std::array<double, PolarPlaces::most> dx_{}, dy_{};
};

}  // namespace sise
