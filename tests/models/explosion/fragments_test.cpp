#include "models/explosion/fragments.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using sise::VesselShape;

BOOST_AUTO_TEST_SUITE(fragments)

BOOST_AUTO_TEST_CASE(holden_reeves_count_between_700_and_2500_m3) {
  BOOST_TEST(sise::fragment_count(1000.0) == 5.83, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::isnan(sise::fragment_count(390.0)));
  BOOST_TEST(std::isnan(sise::fragment_count(2600.0)));
}

// Two equal halves: k = 1.306/2 + 0.308446 = 0.961446.
BOOST_AUTO_TEST_CASE(baker_speed_of_two_halves_of_a_sphere) {
  const double scaled = 2e6 * 4.0 / (1500.0 * 340.0 * 340.0);
  const double expected = 0.961446 * 340.0 * std::pow(scaled, 0.622206) * std::exp(0.213936);
  BOOST_TEST(sise::baker_fragment_speed_m_s(VesselShape::sphere, 2, 2e6, 4.0, 1500.0, 340.0) == expected,
             boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(baker_speed_grows_with_pressure_and_is_known_for_two_and_ten_pieces) {
  for (const auto shape : {VesselShape::sphere, VesselShape::cylinder}) {
    for (const int count : {2, 10}) {
      const double slow = sise::baker_fragment_speed_m_s(shape, count, 1e6, 4.0, 1500.0, 340.0);
      BOOST_TEST(sise::baker_fragment_speed_m_s(shape, count, 2e6, 4.0, 1500.0, 340.0) > slow);
      BOOST_TEST(slow > 10.0);
      BOOST_TEST(slow < 340.0);
    }
    BOOST_TEST(std::isnan(sise::baker_fragment_speed_m_s(shape, 5, 1e6, 4.0, 1500.0, 340.0)));
  }
}

BOOST_AUTO_TEST_CASE(ranges) {
  BOOST_TEST(sise::vacuum_range_m(100.0) == 1e4 / 9.80665, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::flight_range_m(100.0, 45.0) == sise::vacuum_range_m(100.0), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::flight_range_m(100.0, 30.0) == sise::flight_range_m(100.0, 60.0),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::lpg_fragment_range_m(1000.0, 4.0) == 900.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::lpg_fragment_range_m(10000.0, 50.0) == 465.0 * std::pow(10.0, 0.4),
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
