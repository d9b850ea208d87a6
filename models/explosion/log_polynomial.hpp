// Fits of blast parameters as polynomials in the logarithm of the scaled distance, in branches.
#pragma once
#include <array>
#include <span>

#include "models/explosion/fit_range.hpp"

namespace sise {

/// One branch, used up to and including z_max: u = u0 + u1 log Z, log value = sum c[i] u^i. Unused c are zero.
struct LogPolynomialBranch {
  double z_max;
  double u0;
  double u1;
  std::array<double, 12> c;
};

/// A fit with its logarithm (natural in Swisdak 1994, decimal in Kingery and Bulmash 1984) and the factor to SI.
struct LogPolynomial {
  enum class Base { natural, decimal };

  Base base;
  double z_min;
  std::span<const LogPolynomialBranch> branches;
  double unit;

  [[nodiscard]] FitRange range() const { return {z_min, branches.back().z_max}; }
  /// Values in SI at scaled distances inside range(); NaN for NaN. At most kBlock of them (lanes.hpp); `out` may be
  /// `z`. A place has the same bytes whatever its batch.
  void at(std::span<const double> z, std::span<double> out) const;
};

}  // namespace sise
