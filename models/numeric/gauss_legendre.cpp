#include "models/numeric/gauss_legendre.hpp"

#include <boost/math/quadrature/gauss.hpp>

namespace sise {

std::array<QuadratureNode, kGaussNodes> gauss_nodes(double a, double b) {
  using Rule = boost::math::quadrature::gauss<double, kGaussNodes>;  // its positive abscissae on [-1, 1], ascending
  constexpr std::size_t kHalf = kGaussNodes / 2;
  const double middle = 0.5 * (a + b);
  const double half = 0.5 * (b - a);
  std::array<QuadratureNode, kGaussNodes> nodes{};
  for (std::size_t i = 0; i < kHalf; ++i) {
    const double offset = half * Rule::abscissa().at(i);
    const double weight = half * Rule::weights().at(i);
    nodes.at(kHalf - 1 - i) = {middle - offset, weight};
    nodes.at(kHalf + i) = {middle + offset, weight};
  }
  return nodes;
}

}  // namespace sise
