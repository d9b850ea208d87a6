// Several smooth functions of one variable, sampled evenly.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace sise {

/// Cubic Hermite interpolation between equally spaced samples, with slopes from fourth-order differences: the error falls
/// with the fourth power of the spacing. Two tables of the same samples interpolate alike.
class HermiteTable {
 public:
  /// `values`: one or more functions, each of `count` samples at first, first + step, ...; count >= 5.
  HermiteTable(double first, double step, std::vector<std::vector<double>> values);

  /// out[i] = function `which` at t[i]; the first and the last piece go on outside. `out` does not overlap `t`.
  void at(std::size_t which, std::span<const double> t, std::span<double> out) const;
  [[nodiscard]] double at(std::size_t which, double t) const;

 private:
  double first_ = 0.0;
  double inverse_step_ = 1.0;
  std::vector<std::vector<double>> values_;
  std::vector<std::vector<double>> slopes_;  ///< times the step
};

}  // namespace sise
