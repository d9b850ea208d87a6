// Wind with height, and the small-wind spread.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/atmosphere/small_wind.hpp"
#include "models/atmosphere/wind_profile.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(wind)

BOOST_AUTO_TEST_CASE(power_law_through_the_measurement) {
  const WindProfile d({.wind_speed_m_s = 4.0, .stability = Stability::D}, SigmaSet::briggs_rural);
  BOOST_TEST(d.speed_m_s(10.0) == 4.0);
  BOOST_TEST(d.speed_m_s(40.0) == 4.0 * std::pow(4.0, 0.15), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(half_class_is_the_geometric_mean_of_the_speeds) {
  const auto at = [](Stability stability) {
    return WindProfile({.wind_speed_m_s = 4.0, .stability = stability}, SigmaSet::briggs_rural).speed_m_s(90.0);
  };
  BOOST_TEST(at(Stability::EF) == std::sqrt(at(Stability::E) * at(Stability::F)), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(neutral_profile_is_logarithmic) {
  Weather weather{.wind_speed_m_s = 4.0, .stability = Stability::D, .roughness_m = 0.3};
  weather.obukhov_length_m = std::numeric_limits<double>::infinity();
  const WindProfile profile(weather, SigmaSet::briggs_rural);
  BOOST_TEST(profile.speed_m_s(50.0) == 4.0 * std::log(50.0 / 0.3) / std::log(10.0 / 0.3), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(psi_follows_the_dimensionless_shear) {
  // d psi/d zeta = (1 - phi)/zeta with phi = (1 - 16 zeta)^(-1/4) unstable; near neutral stable psi = -4.93 zeta.
  for (const double zeta : {-2.0, -0.3, -0.01}) {
    const double h = 1e-5 * std::abs(zeta);
    const double slope = (psi_momentum(zeta + h) - psi_momentum(zeta - h)) / (2.0 * h);
    BOOST_TEST(slope == (1.0 - std::pow(1.0 - 16.0 * zeta, -0.25)) / zeta, tolerance(1e-6));
  }
  BOOST_TEST(psi_momentum(0.0) == 0.0);
  BOOST_TEST(psi_momentum(1e-6) == -4.93e-6, tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(stable_air_shears_more) {
  const auto ratio = [](double length) {
    Weather weather{.wind_speed_m_s = 4.0, .stability = Stability::D};
    weather.obukhov_length_m = length;
    return WindProfile(weather, SigmaSet::briggs_rural).speed_m_s(60.0) / 4.0;
  };
  BOOST_TEST(ratio(20.0) > ratio(200.0));
  BOOST_TEST(ratio(200.0) > ratio(-200.0));
  BOOST_TEST(ratio(-200.0) > ratio(-20.0));
  BOOST_TEST(ratio(-20.0) > 1.0);
}

BOOST_AUTO_TEST_CASE(small_wind_table) {
  BOOST_TEST(small_wind_spread(Stability::A, 0.2).horizontal_m_s == 0.93);
  BOOST_TEST(small_wind_spread(Stability::A, 0.5).horizontal_m_s == 0.76);
  BOOST_TEST(small_wind_spread(Stability::F, 0.2).vertical_m_s == 0.05);
  BOOST_TEST(!small_wind_spread(Stability::F, 0.2).interpolated);
  const SmallWindSpread half = small_wind_spread(Stability::DE, 0.2);
  BOOST_TEST(half.interpolated);
  BOOST_TEST(half.vertical_m_s == std::sqrt(0.12 * 0.07), tolerance(1e-15));
}

BOOST_AUTO_TEST_SUITE_END()
