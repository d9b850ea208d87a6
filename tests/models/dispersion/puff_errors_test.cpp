// What a puff cannot be asked.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_puff.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(puff_errors)

BOOST_AUTO_TEST_CASE(impossible_sources) {
  const Weather weather{.wind_speed_m_s = 3.0};
  BOOST_CHECK_THROW(GaussianPuff(-1.0, 0.0, weather), ModelError);
  BOOST_CHECK_THROW(GaussianPuff(NAN, 0.0, weather), ModelError);
  BOOST_CHECK_THROW(GaussianPuff(1.0, -2.0, weather), ModelError);
  BOOST_CHECK_THROW(FiniteRelease(1.0, 0.0, 0.0, weather), ModelError);
  BOOST_CHECK_THROW(FiniteRelease(-1.0, 10.0, 0.0, weather), ModelError);
  BOOST_CHECK_THROW(GaussianPuff(1.0, 0.0, {.wind_speed_m_s = -1.0}), ModelError);
}

BOOST_AUTO_TEST_CASE(a_mixing_height_below_the_source) {
  const Weather weather{.wind_speed_m_s = 3.0, .mixing_height_m = 50.0};
  BOOST_CHECK_THROW(GaussianPuff(1.0, 60.0, weather), ModelError);
  BOOST_CHECK_THROW(FiniteRelease(1.0, 10.0, 60.0, weather), ModelError);
  BOOST_CHECK_NO_THROW(GaussianPuff(1.0, 50.0, weather));
}

BOOST_AUTO_TEST_CASE(an_averaging_time_with_instantaneous_curves) {
  const Weather weather{.wind_speed_m_s = 3.0};
  BOOST_CHECK_THROW(GaussianPuff(1.0, 0.0, weather, {SigmaSet::slade_puff, TransportWind::profile, 600.0}), ModelError);
  BOOST_CHECK_NO_THROW(GaussianPuff(1.0, 0.0, weather, {SigmaSet::briggs_rural, TransportWind::profile, 600.0}));
}

BOOST_AUTO_TEST_CASE(impossible_places_have_no_value) {
  const GaussianPuff puff(1.0, 0.0, {.wind_speed_m_s = 3.0, .mixing_height_m = 100.0});
  BOOST_TEST(std::isnan(puff.concentration_kg_m3(30.0, 0.0, -1.0, 10.0)));
  BOOST_TEST(std::isnan(puff.concentration_kg_m3(NAN, 0.0, 0.0, 10.0)));
  BOOST_TEST(std::isnan(puff.concentration_kg_m3(30.0, 0.0, 0.0, NAN)));
  BOOST_TEST(puff.concentration_kg_m3(30.0, 0.0, 101.0, 10.0) == 0.0);
  const FiniteRelease release(1.0, 10.0, 0.0, {.wind_speed_m_s = 3.0});
  BOOST_TEST(std::isnan(release.concentration_kg_m3(30.0, 0.0, -1.0, 10.0)));
  BOOST_TEST(std::isnan(release.concentration_kg_m3(30.0, NAN, 0.0, 10.0)));
  BOOST_TEST(release.concentration_kg_m3(30.0, 0.0, 0.0, 0.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
