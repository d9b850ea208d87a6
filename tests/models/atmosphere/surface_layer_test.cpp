#include "models/atmosphere/surface_layer.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "models/numeric/quadrature.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kNeutral = std::numeric_limits<double>::infinity();

SurfaceLayer air(double obukhov_m) {
  return SurfaceLayer({.wind_speed_m_s = 5.0,
                       .wind_height_m = 2.0,
                       .roughness_m = 0.01,
                       .friction_velocity_m_s = 0.38,
                       .obukhov_length_m = obukhov_m});
}

const std::vector<double> kLengths{-5.0, -30.0, -1e6, kNeutral, 1e6, 40.0, 8.0};

double log_slope(double below, double above, double ratio) { return std::log(above / below) / std::log(ratio); }

}  // namespace

BOOST_AUTO_TEST_SUITE(surface_layer)

BOOST_AUTO_TEST_CASE(the_wind_passes_through_the_measured_speed_and_stops_at_the_roughness) {
  for (const double length : kLengths) {
    BOOST_TEST(air(length).wind_speed_m_s(2.0) == 5.0, tolerance(1e-14));
    BOOST_TEST(air(length).wind_speed_m_s(0.01) == 0.0);
  }
}

// By hand: ln(10/0.01)/ln(2/0.01) = 6.907755/5.298317; 0.35 x 0.38 x 3/0.74.
BOOST_AUTO_TEST_CASE(neutral_values) {
  BOOST_TEST(air(kNeutral).wind_speed_m_s(10.0) == 5.0 * 6.907755278982137 / 5.298317366548036, tolerance(1e-14));
  BOOST_TEST(air(kNeutral).diffusivity_m2_s(3.0) == 0.35 * 0.38 * 3.0 / 0.74, tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(neutral_is_the_limit_from_both_sides) {
  for (const double length : {-1e9, 1e9}) {
    BOOST_TEST(air(length).wind_speed_m_s(10.0) == air(kNeutral).wind_speed_m_s(10.0), tolerance(1e-6));
    BOOST_TEST(air(length).diffusivity_m2_s(10.0) == air(kNeutral).diffusivity_m2_s(10.0), tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(unstable_air_mixes_more_and_stable_air_less) {
  BOOST_TEST(air(-10.0).diffusivity_m2_s(5.0) > 1.5 * air(kNeutral).diffusivity_m2_s(5.0));
  BOOST_TEST(air(10.0).diffusivity_m2_s(5.0) < 0.5 * air(kNeutral).diffusivity_m2_s(5.0));
}

BOOST_AUTO_TEST_CASE(exponents_are_the_profiles_slopes) {
  const double ratio = 1.0 + 1e-6;
  for (const double length : kLengths) {
    const SurfaceLayer a = air(length);
    for (const double z : {0.1, 1.0, 20.0}) {
      const double wind = log_slope(a.wind_speed_m_s(z), a.wind_speed_m_s(z * ratio), ratio);
      const double diffusivity = log_slope(a.diffusivity_m2_s(z), a.diffusivity_m2_s(z * ratio), ratio);
      BOOST_TEST(std::abs(a.wind_exponent(z) - wind) < 2e-6);
      BOOST_TEST(std::abs(a.diffusivity_exponent(z) - diffusivity) < 2e-6);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_resistance_is_the_integral_of_one_over_the_diffusivity) {
  for (const double length : kLengths) {
    const SurfaceLayer a = air(length);
    const auto inverse = [&](double log_z) { return std::exp(log_z) / a.diffusivity_m2_s(std::exp(log_z)); };
    BOOST_TEST(a.resistance_s_m(7.0) == integrate(inverse, std::log(0.01), std::log(7.0), 1e-12), tolerance(1e-10));
    BOOST_TEST(a.resistance_s_m(0.01) == 0.0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
