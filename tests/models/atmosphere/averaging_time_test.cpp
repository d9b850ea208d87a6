#include "models/atmosphere/averaging_time.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(averaging_time)

BOOST_AUTO_TEST_CASE(own_time_changes_nothing) {
  BOOST_TEST(averaging_factor(SigmaSet::briggs_rural, 600.0) == 1.0);
  BOOST_TEST(averaging_factor(SigmaSet::pasquill_gifford, 600.0) == 1.0);
  BOOST_TEST(averaging_factor(SigmaSet::gbt13201, 1800.0) == 1.0);
}

BOOST_AUTO_TEST_CASE(gbt13201_is_chained_at_one_hour) {
  const double hour = averaging_factor(SigmaSet::gbt13201, 3600.0);
  BOOST_TEST(hour == std::pow(2.0, 0.2), tolerance(1e-14));
  BOOST_TEST(averaging_factor(SigmaSet::gbt13201, 7200.0) == hour * std::pow(2.0, 0.3), tolerance(1e-14));
  BOOST_TEST(averaging_factor(SigmaSet::gbt13201, 3600.001) == hour, tolerance(1e-6));
  BOOST_TEST(averaging_factor(SigmaSet::gbt13201, 600.0) == std::pow(3.0, -0.2), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(shortest_time_halves_the_width) {
  BOOST_TEST(averaging_factor(SigmaSet::briggs_urban, 18.75) == 0.5, tolerance(1e-14));
  BOOST_CHECK_THROW(static_cast<void>(averaging_factor(SigmaSet::briggs_urban, 18.7)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(averaging_factor(SigmaSet::slade_puff, 600.0)), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
