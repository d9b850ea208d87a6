// Calm wind: a stated rule, never zero, NaN or a division.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "models/dispersion/gaussian_puff.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(puff_calm)

// sigma_x = sigma_y = 0.47 T, sigma_z = 0.12 T: class D below 0.5 m/s, GB/T 13201-91.
BOOST_AUTO_TEST_CASE(grows_with_its_age) {
  const GaussianPuff puff(2.0, 0.0, {.wind_speed_m_s = 0.25, .stability = Stability::D});
  const double pi = std::acos(-1.0);
  const double expected = 2.0 * 2.0 / (std::pow(2.0 * pi, 1.5) * 47.0 * 47.0 * 12.0);
  BOOST_TEST(puff.concentration_kg_m3(25.0, 0.0, 0.0, 100.0) == expected, tolerance(1e-13));
  BOOST_TEST(puff.warnings() == std::vector<std::string>{"calm_small_wind"});
}

BOOST_AUTO_TEST_CASE(no_wind_at_all_is_finite_everywhere_and_the_same_all_around) {
  const GaussianPuff puff(1.0, 2.0, {.wind_speed_m_s = 0.0, .stability = Stability::F});
  const FiniteRelease release(1.0, 60.0, 2.0, {.wind_speed_m_s = 0.0, .stability = Stability::F});
  for (const double t : {0.0, 0.5, 1.0, 60.0, 61.0, 1e5}) {
    for (const double x : {0.0, 1.0, 100.0}) {
      BOOST_TEST(std::isfinite(puff.concentration_kg_m3(x, 0.0, 1.0, t)));
      BOOST_TEST(std::isfinite(release.concentration_kg_m3(x, 0.0, 1.0, t)));
    }
  }
  BOOST_TEST(puff.concentration_kg_m3(-100.0, 0.0, 1.0, 300.0) == puff.concentration_kg_m3(0.0, 100.0, 1.0, 300.0));
  BOOST_TEST(release.concentration_kg_m3(-100.0, 0.0, 1.0, 300.0) > 0.0);
  BOOST_TEST(puff.peak_kg_m3(100.0, 0.0, 1.0) > 0.0);
}

// Both are the integral of the same puffs; one in closed form over all ages, one by quadrature up to now.
BOOST_AUTO_TEST_CASE(a_long_release_becomes_the_steady_small_wind_plume) {
  for (const double u : {0.0, 0.3}) {
    for (const double lid : {0.0, 40.0}) {
      Weather weather{.wind_speed_m_s = u, .stability = Stability::D};
      if (lid > 0.0) weather.mixing_height_m = lid;
      const FiniteRelease release(2.0, 1e12, 5.0, weather);
      for (const double x : {-30.0, 80.0, 1500.0}) {
        BOOST_TEST_CONTEXT("u " << u << " lid " << lid << " x " << x) {
          BOOST_TEST(
              release.concentration_kg_m3(x, 20.0, 1.0, 1e10) == release.steady().concentration_kg_m3(x, 20.0, 1.0),
              tolerance(1e-6));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_short_release_becomes_the_puff) {
  const Weather weather{.wind_speed_m_s = 0.2, .stability = Stability::E};
  const GaussianPuff puff(3.0, 1.0, weather);
  const FiniteRelease release(3.0 / 0.02, 0.02, 1.0, weather);
  for (const double t : {3.0, 30.0, 500.0}) {
    BOOST_TEST_CONTEXT("t " << t) {
      BOOST_TEST(
          release.concentration_kg_m3(0.2 * t, 0.3, 0.9, t + 0.01) == puff.concentration_kg_m3(0.2 * t, 0.3, 0.9, t),
          tolerance(1e-3));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
