// The surface layer of SLAB: friction velocity, class, lid and winds of two published cases; mean winds by quadrature.
#include "models/dispersion/dense_gas_air.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/models/dispersion/dense_gas_cases.hpp"

namespace tt = boost::test_tools;
using namespace sise;

BOOST_AUTO_TEST_CASE(slab_problem_2_wind_4_5_at_2_m_from_the_obukhov_length, *boost::unit_test::tolerance(1e-4)) {
  const DenseGasAir air(test::jet_weather());
  BOOST_TEST(air.friction_velocity_m_s() == 0.26632);
  BOOST_TEST(air.stability_number() == 4.5185);
  BOOST_TEST(air.lid_m() == 726.04);
  BOOST_TEST(air.wind_m_s(20.0) == 6.5546);
  BOOST_TEST(air.mean_wind_m_s(0.0, 5.0) == 4.464);
  BOOST_TEST(air.spread_factor() == 0.8451);
}

BOOST_AUTO_TEST_CASE(class_f_over_10_cm_at_3_m_s, *boost::unit_test::tolerance(1e-4)) {
  const DenseGasAir air({.wind_speed_m_s = 3.0, .stability = Stability::F, .roughness_m = 0.1});
  BOOST_TEST(air.inverse_obukhov_per_m() == 0.05714);
  BOOST_TEST(air.friction_velocity_m_s() == 0.12262);
  BOOST_TEST(air.wind_m_s(1.0) == 0.9967);
}

BOOST_AUTO_TEST_CASE(class_and_obukhov_length_are_each_others_inverse) {
  for (int c = 0; c < 11; ++c) {
    Weather weather{.wind_speed_m_s = 3.0, .stability = static_cast<Stability>(c), .roughness_m = 0.03};
    const DenseGasAir by_class(weather);
    if (by_class.inverse_obukhov_per_m() == 0.0) continue;
    weather.obukhov_length_m = 1.0 / by_class.inverse_obukhov_per_m();
    BOOST_TEST(DenseGasAir(weather).stability_number() == by_class.stability_number(), tt::tolerance(1e-3));
  }
}

BOOST_AUTO_TEST_CASE(the_mean_wind_is_the_integral_of_the_wind) {
  for (const Stability stability : {Stability::A, Stability::C, Stability::D, Stability::F}) {
    const DenseGasAir air({.wind_speed_m_s = 3.0, .stability = stability, .roughness_m = 0.1});
    for (const double top : {0.05, 0.2, 7.0, 400.0}) {
      double sum = 0.0;
      constexpr int kSteps = 20000;
      for (int i = 0; i < kSteps; ++i) sum += air.wind_m_s((i + 0.5) * top / kSteps) / kSteps;
      BOOST_TEST(air.mean_wind_m_s(0.0, top) == sum, tt::tolerance(1e-4));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_calm_wind_is_taken_as_half_a_metre_per_second) {
  const DenseGasAir still({.wind_speed_m_s = 0.0});
  const DenseGasAir slow({.wind_speed_m_s = 0.5});
  BOOST_TEST(still.wind_m_s(10.0) == slow.wind_m_s(10.0));
}
