// The 16-point rule.
#include "models/numeric/gauss_legendre.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise;
using boost::test_tools::tolerance;

namespace {

template <class Function>
double sum(double a, double b, const Function& f) {
  double total = 0.0;
  for (const QuadratureNode& node : gauss_nodes(a, b)) total += node.weight * f(node.at);
  return total;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gauss_legendre)

BOOST_AUTO_TEST_CASE(polynomials_to_degree_31_are_exact) {
  for (int degree = 0; degree <= 31; ++degree) {
    const double exact = (std::pow(3.0, degree + 1) - std::pow(0.5, degree + 1)) / (degree + 1);
    BOOST_TEST(sum(0.5, 3.0, [=](double x) { return std::pow(x, degree); }) == exact, tolerance(1e-13));
  }
  BOOST_TEST(sum(0.0, 1.0, [](double x) { return std::exp(x); }) == std::exp(1.0) - 1.0, tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(nodes_ascend_within_the_interval) {
  double before = -2.0;
  for (const QuadratureNode& node : gauss_nodes(-2.0, 5.0)) {
    BOOST_TEST(node.at > before);
    before = node.at;
  }
  BOOST_TEST(before < 5.0);
}

BOOST_AUTO_TEST_SUITE_END()
