// Smooth parts of a field on square blocks: values at 6 × 6 Chebyshev points, and when those are enough.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace sise {

/// Chebyshev points of one block, in both directions.
class BlockNodes {
 public:
  static constexpr std::size_t edge = 6;
  static constexpr std::size_t count = edge * edge;
  /// Nearer to its source than this share of a square's edge a field bends too sharply for nodes: hopeless to ask them.
  static constexpr double nearest_of_edge = 0.25;
  using Values = std::array<double, count>;  ///< row by row from the north, as cells are

  /// Place of a node between −1 and 1.
  [[nodiscard]] static double place(std::size_t node);

  /// Is the polynomial through these values the field itself, to a thousandth? Judged by its last two terms along every
  /// row and column against the smallest value: what is large at one end of a block must not drown the other end.
  /// `beside_per_year`: what the whole block has beside it at least, of which the field is a part.
  [[nodiscard]] static bool resolve(const Values& values, double beside_per_year = 0.0);

  /// The polynomial's weights at a place between −1 and 1.
  [[nodiscard]] static std::array<double, edge> weights(double place);
};

}  // namespace sise
