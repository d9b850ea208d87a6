#include "models/numeric/bessel.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

using namespace sise;

BOOST_AUTO_TEST_SUITE(bessel)

// The standard library's function, up to where it overflows.
BOOST_AUTO_TEST_CASE(as_the_standard_library_to_six_digits) {
  std::vector<double> x;
  for (double at = 0.0; at < 600.0; at = 1.07 * at + 0.01) x.push_back(at);
  std::vector<double> value(x.size());
  scaled_bessel_i0(x, value);
  for (std::size_t i = 0; i < x.size(); ++i) {
    BOOST_TEST(value[i] == std::exp(-x[i]) * std::cyl_bessel_i(0.0, x[i]), boost::test_tools::tolerance(6e-7));
  }
}

BOOST_AUTO_TEST_CASE(large_arguments_approach_the_asymptote) {
  const std::vector<double> x{1e8};
  std::vector<double> value(1);
  scaled_bessel_i0(x, value);
  BOOST_TEST(value[0] * std::sqrt(2.0 * std::acos(-1.0) * x[0]) == 1.0, boost::test_tools::tolerance(1e-7));
}

BOOST_AUTO_TEST_SUITE_END()
