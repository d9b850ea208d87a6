// Fixed quadrature of several smooth integrals at the same abscissae.
#pragma once
#include <array>
#include <cstddef>

namespace sise {

/// An abscissa and its weight.
struct QuadratureNode {
  double at = 0.0;
  double weight = 0.0;
};

constexpr std::size_t kGaussNodes = 16;

/// The 16-point Gauss-Legendre rule on [a, b], ascending: exact for polynomials up to degree 31.
[[nodiscard]] std::array<QuadratureNode, kGaussNodes> gauss_nodes(double a, double b);

}  // namespace sise
