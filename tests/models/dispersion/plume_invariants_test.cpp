// What holds for every plume.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "models/dispersion/gaussian_plume.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;

namespace {

// Flux through the plane at x: integral of u C over y and z.
double flux(const GaussianPlume& plume, double x) {
  const double sy = plume.sigma_y_m(x);
  const double top = plume.mixing_height_m().value_or(plume.source().height_m + 9.0 * plume.sigma_z_m(x));
  const auto over_y = [&](double z) {
    return integrate([&](double y) { return plume.concentration_kg_m3(x, y, z); }, -9.0 * sy, 9.0 * sy, 1e-9);
  };
  return plume.transport_wind_m_s(x) * integrate(over_y, 0.0, top, 1e-8);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plume_invariants)

BOOST_AUTO_TEST_CASE(flux_through_any_crosswind_plane_is_the_rate) {
  for (const SigmaSet set : {SigmaSet::briggs_rural, SigmaSet::pasquill_gifford, SigmaSet::gbt13201}) {
    for (const TransportWind wind : {TransportWind::profile, TransportWind::as_given}) {
      for (const double lid : {0.0, 150.0}) {
        Weather weather{.wind_speed_m_s = 2.5, .stability = Stability::D};
        if (lid > 0.0) weather.mixing_height_m = lid;
        const GaussianPlume plume({0.7, 25.0}, weather, {set, wind, std::nullopt});
        for (const double x : {100.0, 1000.0, 9000.0})
          BOOST_TEST(flux(plume, x) == 0.7, boost::test_tools::tolerance(1e-6));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(averaging_time_keeps_the_flux) {
  const Weather weather{.wind_speed_m_s = 2.5, .stability = Stability::F};
  const PlumeOptions options{SigmaSet::briggs_rural, TransportWind::profile, 3600.0};
  BOOST_TEST(flux(GaussianPlume({1.0, 5.0}, weather, options), 500.0) == 1.0, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(zero_upwind_symmetric_across) {
  const GaussianPlume plume({1.0, 5.0}, {.wind_speed_m_s = 2.5, .stability = Stability::B});
  for (const double x : {0.0, -1e-300, -5.0, -5000.0}) BOOST_TEST(plume.concentration_kg_m3(x, 0.0, 5.0) == 0.0);
  BOOST_TEST(plume.concentration_kg_m3(300.0, 20.0, 1.0) == plume.concentration_kg_m3(300.0, -20.0, 1.0));
  BOOST_TEST(plume.concentration_kg_m3(300.0, 20.0, 1.0) > 0.0);
}

BOOST_AUTO_TEST_CASE(proportional_to_the_rate) {
  const Weather weather{.wind_speed_m_s = 2.5, .stability = Stability::B};
  const GaussianPlume one({1.0, 5.0}, weather);
  const GaussianPlume four({4.0, 5.0}, weather);
  const GaussianPlume none({0.0, 5.0}, weather);
  for (const double x : {3.0, 40.0, 800.0}) {
    BOOST_TEST(four.concentration_kg_m3(x, 2.0, 1.0) == 4.0 * one.concentration_kg_m3(x, 2.0, 1.0));
    BOOST_TEST(none.concentration_kg_m3(x, 2.0, 1.0) == 0.0);
  }
}

BOOST_AUTO_TEST_CASE(curves_stop_at_one_metre) {
  const GaussianPlume plume({1.0, 0.0}, {.wind_speed_m_s = 2.5, .stability = Stability::D},
                            {SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt});
  BOOST_TEST(plume.sigma_y_m(0.001) == plume.sigma_y_m(1.0));
  BOOST_TEST(plume.concentration_kg_m3(0.001, 0.0, 0.0) == plume.concentration_kg_m3(1.0, 0.0, 0.0));
  BOOST_TEST(std::isfinite(plume.concentration_kg_m3(0.001, 0.0, 0.0)));
}

BOOST_AUTO_TEST_CASE(impossible_places_are_not_a_number) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double lid : {0.0, 500.0}) {
    Weather weather{.wind_speed_m_s = 2.5, .stability = Stability::D};
    if (lid > 0.0) weather.mixing_height_m = lid;
    const GaussianPlume plume({1.0, 0.0}, weather);
    BOOST_TEST(std::isnan(plume.concentration_kg_m3(nan, 0.0, 0.0)));
    BOOST_TEST(std::isnan(plume.concentration_kg_m3(100.0, nan, 0.0)));
    BOOST_TEST(std::isnan(plume.concentration_kg_m3(100.0, 0.0, nan)));
    BOOST_TEST(std::isnan(plume.concentration_kg_m3(100.0, 0.0, -0.1)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
