// The outermost distance with a concentration.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(farthest_distance)

BOOST_AUTO_TEST_CASE(gives_back_the_distance) {
  for (int set = 0; set < 5; ++set) {
    for (const Stability stability : {Stability::A, Stability::D, Stability::F}) {
      for (const double wind : {0.2, 3.0}) {
        const GaussianPlume plume({1.0, 2.0}, {.wind_speed_m_s = wind, .stability = stability},
                                  {static_cast<SigmaSet>(set)});
        for (const double x : {137.0, 2345.0, 15432.0}) {
          const double value = plume.concentration_kg_m3(x, 0.0, 1.0);
          BOOST_TEST(farthest_distance_m(plume, value, 1.0).value() == x, tolerance(1e-9));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(elevated_source_takes_the_far_side_and_just_reaches_its_maximum) {
  const GaussianPlume plume({1.0, 50.0}, {.wind_speed_m_s = 3.0, .stability = Stability::D},
                            {SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt});
  double top = 0.0;
  double at = 0.0;
  for (double x = 300.0; x < 3000.0; x += 0.01) {
    const double c = plume.concentration_kg_m3(x, 0.0, 0.0);
    if (c > top) {
      top = c;
      at = x;
    }
  }
  BOOST_TEST(farthest_distance_m(plume, top * (1.0 - 1e-9), 0.0).value() == at, tolerance(1e-3));
  BOOST_TEST(farthest_distance_m(plume, 0.5 * top, 0.0).value() > at);
  BOOST_TEST(!farthest_distance_m(plume, top * (1.0 + 1e-6), 0.0).has_value());
}

BOOST_AUTO_TEST_CASE(never_reached_and_never_left) {
  const GaussianPlume plume({1e-6, 0.0}, {.wind_speed_m_s = 3.0, .stability = Stability::D});
  BOOST_TEST(!farthest_distance_m(plume, 1.0, 0.0).has_value());
  BOOST_CHECK_THROW(static_cast<void>(farthest_distance_m(plume, 1e-30, 0.0)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(farthest_distance_m(plume, 0.0, 0.0)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(farthest_distance_m(plume, 1e-6, -1.0)), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
