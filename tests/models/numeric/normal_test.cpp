#include "models/numeric/normal.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(normal)

// Abramowitz and Stegun 1964, tables 26.1 and 26.2.
BOOST_AUTO_TEST_CASE(abramowitz_stegun_tables) {
  BOOST_TEST(normal_cdf(0.0) == 0.5);
  BOOST_TEST(normal_cdf(1.0) == 0.841344746068543, tolerance(1e-14));
  BOOST_TEST(normal_cdf(2.0) == 0.977249868051821, tolerance(1e-14));
  BOOST_TEST(normal_cdf(-5.0) == 2.866515719e-7, tolerance(1e-9));
}

// -log10 of the upper tail, table 26.2: 23.11805 at 10 and 197.30921 at 30.
BOOST_AUTO_TEST_CASE(tails_keep_their_digits) {
  BOOST_TEST(-std::log10(normal_cdf(-10.0)) == 23.11805, tolerance(1e-6));
  BOOST_TEST(-std::log10(normal_cdf(-30.0)) == 197.30921, tolerance(1e-7));
}

BOOST_AUTO_TEST_CASE(between_is_symmetric) {
  BOOST_TEST(normal_between(8.0, 9.0) == normal_between(-9.0, -8.0));
  BOOST_TEST(normal_between(8.0, 9.0) > 0.0);
  BOOST_TEST(normal_between(-1.0, 1.0) == 0.682689492137086, tolerance(1e-14));
}

BOOST_AUTO_TEST_SUITE_END()
