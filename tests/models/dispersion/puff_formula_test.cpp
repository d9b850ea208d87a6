// The puff and the finite release against a second implementation, and against each other and the steady plume.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "models/dispersion/gaussian_puff.hpp"
#include "models/numeric/quadrature.hpp"
#include "reference_plume.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

using reference::Real;

PlumeOptions as_given(SigmaSet set) { return {set, TransportWind::as_given, std::nullopt}; }

Real reference_puff(std::string_view set, const std::string& cls, Real u, Real h, Real lid, Real x, Real y, Real z,
                    Real t) {
  const Real pi = std::acos(-1.0L);
  const Real s = u * t;
  const Real sy = reference::sigma(set, true, cls, s);
  const Real sz = reference::sigma(set, false, cls, s);
  return reference::gauss((x - s) / sy) * reference::gauss(y / sy) * reference::vertical(sz, h, lid, z) /
         (std::pow(2 * pi, 1.5L) * sy * sy * sz);
}

Real reference_finite(std::string_view set, const std::string& cls, Real u, Real h, Real lid, Real x, Real y, Real z,
                      Real t, Real duration) {
  const Real sy = reference::sigma(set, true, cls, x);
  const Real sz = reference::sigma(set, false, cls, x);
  const Real root2 = std::sqrt(2.0L);
  const Real last = t > duration ? u * (t - duration) : 0;
  const Real share = (std::erf((x - last) / (root2 * sy)) - std::erf((x - u * t) / (root2 * sy))) / 2;
  return reference::plume(sy, sz, u, h, lid, y, z) * share;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(puff_formula)

BOOST_AUTO_TEST_CASE(agrees_with_a_second_implementation) {
  for (const SigmaSet set : {SigmaSet::briggs_rural, SigmaSet::briggs_urban, SigmaSet::pasquill_gifford,
                             SigmaSet::gbt13201, SigmaSet::slade_puff}) {
    for (const Stability stability : {Stability::A, Stability::C, Stability::DE, Stability::F}) {
      for (const double lid : {0.0, 80.0}) {
        Weather weather{.wind_speed_m_s = 3.0, .stability = stability};
        if (lid > 0.0) weather.mixing_height_m = lid;
        const GaussianPuff puff(1.0, 10.0, weather, as_given(set));
        const FiniteRelease release(1.0, 90.0, 10.0, weather, as_given(set));
        for (const double t : {0.2, 40.0, 95.0, 700.0}) {
          for (const double off : {-1.5, 0.0, 0.7}) {
            const double x = 3.0 * t * (1.0 + 0.05 * off);
            const double y = 0.03 * x;
            const std::string cls(name_of(stability));
            BOOST_TEST_CONTEXT(name_of(set) << " " << cls << " lid " << lid << " t " << t << " x " << x) {
              const auto expected = static_cast<double>(reference_puff(name_of(set), cls, 3, 10, lid, x, y, 1.5L, t));
              BOOST_TEST(puff.concentration_kg_m3(x, y, 1.5, t) == expected, tolerance(1e-11));
              const auto finite =
                  static_cast<double>(reference_finite(name_of(set), cls, 3, 10, lid, x, y, 1.5L, t, 90));
              BOOST_TEST(release.concentration_kg_m3(x, y, 1.5, t) == finite, tolerance(1e-11));
            }
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_release_is_the_steady_plume) {
  const Weather weather{.wind_speed_m_s = 4.0, .stability = Stability::D};
  const FiniteRelease release(0.5, 1e6, 2.0, weather);
  const GaussianPlume plume({0.5, 2.0}, weather);
  for (const double x : {5.0, 100.0, 3000.0}) {
    BOOST_TEST(release.concentration_kg_m3(x, 0.05 * x, 1.0, 9e5) == plume.concentration_kg_m3(x, 0.05 * x, 1.0),
               tolerance(1e-12));
  }
}

// Whatever the wind's profile, what passes a place is what the steady plume would bring in the same time.
BOOST_AUTO_TEST_CASE(the_dose_is_the_steady_plume_times_the_duration) {
  for (const TransportWind wind : {TransportWind::as_given, TransportWind::profile, TransportWind::release_height}) {
    for (const double duration : {1.0, 60.0, 2000.0}) {
      const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::E};
      const FiniteRelease release(3.0 / duration, duration, 5.0, weather, {SigmaSet::briggs_rural, wind, std::nullopt});
      const double x = 400.0;
      const auto passing = [&](double t) { return release.concentration_kg_m3(x, 10.0, 1.0, t); };
      const double end = duration + 3000.0;
      const double dose = integrate(passing, 0.0, end, Accuracy{.relative = 1e-10, .parts = 500});
      BOOST_TEST_CONTEXT(name_of(wind) << " " << duration) {
        BOOST_TEST(dose == duration * release.steady().concentration_kg_m3(x, 10.0, 1.0), tolerance(1e-8));
      }
    }
  }
}

// A short release of a given mass passes like the puff of that mass; the two differ only in where sigma is taken.
BOOST_AUTO_TEST_CASE(a_short_release_is_nearly_the_puff) {
  const Weather weather{.wind_speed_m_s = 3.0, .stability = Stability::D};
  const PlumeOptions options = as_given(SigmaSet::briggs_rural);
  const GaussianPuff puff(2.0, 0.0, weather, options);
  const FiniteRelease release(2.0 / 0.01, 0.01, 0.0, weather, options);
  const double x = 600.0;
  BOOST_TEST(release.concentration_kg_m3(x, 0.0, 0.0, 200.005) == puff.concentration_kg_m3(x, 0.0, 0.0, 200.0),
             tolerance(1e-6));
  const auto passing = [&](double t) { return puff.concentration_kg_m3(x, 0.0, 0.0, t); };
  const double dose = integrate(passing, 0.0, 1000.0, Accuracy{.relative = 1e-10, .parts = 100});
  BOOST_TEST(dose == 0.01 * release.steady().concentration_kg_m3(x, 0.0, 0.0), tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(the_peak_of_a_release_is_seen_when_its_middle_passes) {
  const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::D};
  const FiniteRelease release(1.0, 100.0, 0.0, weather, as_given(SigmaSet::briggs_rural));
  const double x = 1000.0;
  BOOST_TEST(release.peak_kg_m3(x, 0.0, 0.0) == release.concentration_kg_m3(x, 0.0, 0.0, 550.0), tolerance(1e-12));
  const double sigma = release.steady().sigma_y_m(x);
  const double share = std::erf(0.5 * 2.0 * 100.0 / (std::sqrt(2.0) * sigma));
  BOOST_TEST(release.peak_kg_m3(x, 0.0, 0.0) == release.steady().concentration_kg_m3(x, 0.0, 0.0) * share,
             tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(the_peak_is_the_highest_of_many_moments) {
  for (const double u : {0.2, 3.0}) {
    const Weather weather{.wind_speed_m_s = u, .stability = Stability::C};
    const GaussianPuff puff(1.0, 20.0, weather);
    const FiniteRelease release(1.0, 30.0, 20.0, weather);
    for (const double x : {30.0, 400.0, 2000.0}) {
      double highest_puff = 0.0;
      double highest_release = 0.0;
      for (double t = 0.5; t < 30000.0; t *= 1.002) {
        highest_puff = std::fmax(highest_puff, puff.concentration_kg_m3(x, 3.0, 1.0, t));
        highest_release = std::fmax(highest_release, release.concentration_kg_m3(x, 3.0, 1.0, t));
      }
      BOOST_TEST_CONTEXT("u " << u << " x " << x) {
        BOOST_TEST(puff.peak_kg_m3(x, 3.0, 1.0) >= highest_puff * (1.0 - 1e-12));
        BOOST_TEST(puff.peak_kg_m3(x, 3.0, 1.0) == highest_puff, tolerance(1e-3));
        BOOST_TEST(release.peak_kg_m3(x, 3.0, 1.0) >= highest_release * (1.0 - 1e-9));
        BOOST_TEST(release.peak_kg_m3(x, 3.0, 1.0) == highest_release, tolerance(1e-3));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_farthest_distance_has_the_value_as_its_peak) {
  const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::F};
  const GaussianPuff puff(50.0, 0.0, weather);
  const std::optional<double> far = farthest_distance_m(puff, 1e-4, 1.0);
  BOOST_REQUIRE(far.has_value());
  BOOST_TEST(puff.peak_kg_m3(*far, 0.0, 1.0) == 1e-4, tolerance(1e-9));
  const FiniteRelease release(1.0, 50.0, 0.0, weather);
  const std::optional<double> reach = farthest_distance_m(release, 1e-4, 1.0);
  BOOST_REQUIRE(reach.has_value());
  BOOST_TEST(release.peak_kg_m3(*reach, 0.0, 1.0) == 1e-4, tolerance(1e-9));
  BOOST_TEST(*reach <= *farthest_distance_m(release.steady(), 1e-4, 1.0));
  BOOST_TEST(!farthest_distance_m(puff, 1e6, 1.0).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
