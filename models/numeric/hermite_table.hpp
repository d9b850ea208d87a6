// Several smooth functions of one variable, sampled evenly.
#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace sise {

/// Cubic Hermite interpolation between equally spaced samples, with slopes from fourth-order differences: the error falls
/// with the fourth power of the spacing. Two tables of the same samples interpolate alike.
class HermiteTable {
 public:
  /// Where an argument lies: in which piece, and how far along it.
  struct Place {
    std::size_t piece = 0;
    double along = 0.0;  ///< 0 to 1 within the piece
  };

  /// `values`: one or more functions, each of `count` samples at first, first + step, ...; count >= 5.
  HermiteTable(double first, double step, const std::vector<std::vector<double>>& values);

  /// The first and the last piece go on outside.
  [[nodiscard]] Place place(double t) const;
  [[nodiscard]] double at(std::size_t which, const Place& place) const;
  [[nodiscard]] double at(std::size_t which, double t) const { return at(which, place(t)); }
  /// out[i] = function `which` at a place found once for all functions; sizes are equal.
  void at(std::size_t which, std::span<const Place> places, std::span<double> out) const;

 private:
  using Cubic = std::array<double, 4>;  ///< coefficients of 1, along, along^2, along^3

  double first_ = 0.0;
  double inverse_step_ = 1.0;
  double last_piece_ = 0.0;
  std::vector<std::vector<Cubic>> pieces_;
};

}  // namespace sise
