// A probability of death along half a ring that has kinks at most, held as Chebyshev series of its probit.
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace sise {

/// Pieces from the axis to half a turn; within each the probit v = Φ⁻¹(P) is a polynomial in the angle.
class SmoothArc {
 public:
  static constexpr std::size_t points = 10;
  /// The probability at `points` angles; at or below 0 counts as none.
  using Probability = std::function<void(std::span<const double> phi_rad, std::span<double> out)>;

  /// Pieces by rising angle without gaps. A piece whose last terms are not small is halved, four times at most: beside a
  /// long flame death falls within a few degrees of its edge.
  void add(double from_rad, double to_rad, const Probability& probability);

  /// v at even angles from 0 to half a turn, both included.
  void probits(std::span<float> out) const;
  [[nodiscard]] double at(double phi_rad) const;  ///< the probability

 private:
  struct Piece {
    double from_rad, to_rad;
    std::array<double, points> terms;
  };
  template <std::size_t Count>
  [[nodiscard]] static std::array<double, Count> values(const Piece& piece, const std::array<double, Count>& phi_rad);
  void add(double from_rad, double to_rad, const Probability& probability, int halvings_left);

  std::vector<Piece> pieces_;
};

}  // namespace sise
