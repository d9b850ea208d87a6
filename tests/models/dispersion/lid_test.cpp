// Two forms of the sum over reflections, and what the plume uses.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/vertical_term.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(lid)

BOOST_AUTO_TEST_CASE(images_and_cosines_agree_where_both_converge) {
  const double lid = 800.0;
  for (double r = 0.3; r < 12.0; r *= 1.07) {
    for (const double h : {0.0, 0.1, 0.5, 0.99, 1.0}) {
      for (const double z : {0.0, 0.2, 0.77, 1.0}) {
        const double images = vertical_term_images(r * lid, h * lid, lid, z * lid);
        const double cosines = vertical_term_cosines(r * lid, h * lid, lid, z * lid);
        BOOST_TEST_CONTEXT("r " << r << " h " << h << " z " << z) {
          BOOST_TEST(cosines == images, boost::test_tools::tolerance(1e-12));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(uniform_limit_is_reached_at_2_8_and_not_at_1_6) {
  const auto off = [](double r) {
    return vertical_term_cosines(r, 0.0, 1.0, 0.0) / (std::sqrt(2.0 * std::acos(-1.0)) * r) - 1.0;
  };
  BOOST_TEST(off(2.8) < 1e-15);
  BOOST_TEST(off(1.6) == 6.5e-6, boost::test_tools::tolerance(0.02));  // where ISC3 switches
}

BOOST_AUTO_TEST_CASE(plume_uses_both_without_a_seam) {
  Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::C, .mixing_height_m = 200.0};
  const GaussianPlume plume({1.0, 30.0}, weather, {SigmaSet::briggs_urban, TransportWind::as_given, std::nullopt});
  // sigma_z = 0.2 x: the switch at half a lid lies at 500 m.
  for (const double x : {499.0, 499.999999, 500.0, 500.000001, 501.0}) {
    const double sy = plume.sigma_y_m(x);
    const double sz = plume.sigma_z_m(x);
    const double expected = vertical_term_images(sz, 30.0, 200.0, 12.0) / (2.0 * std::acos(-1.0) * 3.0 * sy * sz);
    BOOST_TEST(plume.concentration_kg_m3(x, 0.0, 12.0) == expected, boost::test_tools::tolerance(1e-13));
  }
}

BOOST_AUTO_TEST_CASE(nothing_above_the_lid) {
  Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::F, .mixing_height_m = 200.0};
  const GaussianPlume plume({1.0, 30.0}, weather);
  BOOST_TEST(plume.concentration_kg_m3(5000.0, 0.0, 200.0) > 0.0);
  BOOST_TEST(plume.concentration_kg_m3(5000.0, 0.0, 200.5) == 0.0);
}

BOOST_AUTO_TEST_CASE(source_at_the_lid_doubles_towards_the_ground) {
  Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::D, .mixing_height_m = 100.0};
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt};
  const GaussianPlume under({1.0, 100.0}, weather, options);
  weather.mixing_height_m.reset();
  const GaussianPlume open({1.0, 100.0}, weather, options);
  BOOST_TEST(under.concentration_kg_m3(300.0, 0.0, 90.0) == 2.0 * open.concentration_kg_m3(300.0, 0.0, 90.0),
             boost::test_tools::tolerance(1e-10));
}

BOOST_AUTO_TEST_SUITE_END()
