#include "models/numeric/quadrature.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(quadrature)

BOOST_AUTO_TEST_CASE(polynomials_and_waves) {
  BOOST_TEST(integrate([](double x) { return std::pow(x, 20); }, 0.0, 1.0, 1e-12) == 1.0 / 21.0, tolerance(1e-14));
  BOOST_TEST(integrate([](double x) { return std::sin(x); }, 0.0, 100.0, 1e-12) == 1.0 - std::cos(100.0),
             tolerance(1e-10));
}

BOOST_AUTO_TEST_CASE(narrow_peak_and_step) {
  const auto peak = [](double x) { return std::exp(-0.5 * std::pow((x - 0.371) / 1e-3, 2)); };
  BOOST_TEST(integrate(peak, 0.0, 1.0, 1e-10) == 1e-3 * std::sqrt(2.0 * std::acos(-1.0)), tolerance(1e-8));
  BOOST_TEST(integrate([](double x) { return x > 0.3 ? 1.0 : 0.0; }, 0.0, 1.0, 1e-5) == 0.7, tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(nothing_is_nothing) {
  BOOST_TEST(integrate([](double) { return 0.0; }, 0.0, 1.0, 1e-5) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
