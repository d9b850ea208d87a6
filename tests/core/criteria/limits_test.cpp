#include "core/criteria/limits.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

using sise::exceeds;

BOOST_AUTO_TEST_SUITE(limits)

BOOST_AUTO_TEST_CASE(a_value_equal_to_its_limit_passes) {
  for (const double limit : {3e-7, 3e-6, 1e-5, 3e-5, 2000.0, 9000.0}) {
    BOOST_TEST(!exceeds(limit, limit));
    BOOST_TEST(!exceeds(limit * (1.0 + 0.9e-9), limit));
    BOOST_TEST(exceeds(limit * (1.0 + 1.1e-9), limit));
    BOOST_TEST(!exceeds(limit * 0.999, limit));
  }
}

BOOST_AUTO_TEST_CASE(rounding_of_a_sum_does_not_exceed) { BOOST_TEST(!exceeds(0.1 + 0.2, 0.3)); }

BOOST_AUTO_TEST_CASE(a_limit_of_zero_is_exceeded_by_anything_above) {
  BOOST_TEST(exceeds(1e-300, 0.0));
  BOOST_TEST(!exceeds(0.0, 0.0));
}

BOOST_AUTO_TEST_CASE(infinities_and_nan) {
  const double infinity = std::numeric_limits<double>::infinity();
  BOOST_TEST(exceeds(infinity, 1.0));
  BOOST_TEST(exceeds(0.0, -infinity));
  BOOST_TEST(!exceeds(infinity, infinity));
  BOOST_TEST(!exceeds(std::numeric_limits<double>::quiet_NaN(), 1.0));
}

BOOST_AUTO_TEST_SUITE_END()
