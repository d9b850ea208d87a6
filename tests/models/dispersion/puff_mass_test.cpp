// The integral of a puff over space is the mass: one open tool returns 1e-4 of it.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <optional>

#include "models/dispersion/gaussian_puff.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kEdge = 9.0;  // standard deviations; 1 - erf(9/sqrt 2) = 2e-19

// C factorises into functions of x, y and z around the centre, so three integrals through it give the one over space.
double mass_in_the_air(const GaussianPuff& puff, double t, double height, std::optional<double> lid) {
  const Puff at = puff.at(t);
  const double middle = puff.concentration_kg_m3(at.east_m, 0.0, height, t);
  const auto along = [&](double x) { return puff.concentration_kg_m3(x, 0.0, height, t); };
  const auto across = [&](double y) { return puff.concentration_kg_m3(at.east_m, y, height, t); };
  const auto up = [&](double z) { return puff.concentration_kg_m3(at.east_m, 0.0, z, t); };
  const double reach = kEdge * at.sigma_m;
  const double top = lid ? *lid : height + kEdge * at.sigma_z_m;
  const Accuracy fine{.relative = 1e-12, .parts = 32};
  return integrate(along, at.east_m - reach, at.east_m + reach, fine) * integrate(across, -reach, reach, fine) *
         integrate(up, 0.0, top, fine) / (middle * middle);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(puff_mass)

BOOST_AUTO_TEST_CASE(integral_over_space_is_the_mass) {
  const double height = 12.0;
  for (const SigmaSet set : {SigmaSet::briggs_rural, SigmaSet::briggs_urban, SigmaSet::pasquill_gifford,
                             SigmaSet::gbt13201, SigmaSet::slade_puff}) {
    for (const Stability stability : {Stability::A, Stability::D, Stability::DE, Stability::F}) {
      for (const std::optional<double> lid : {std::optional<double>(), std::optional(60.0), std::optional(900.0)}) {
        for (const double t : {30.0, 300.0, 30000.0}) {
          const Weather weather{.wind_speed_m_s = 2.0, .stability = stability, .mixing_height_m = lid};
          const GaussianPuff puff(7.0, height, weather, {set, TransportWind::profile, std::nullopt});
          BOOST_TEST_CONTEXT(name_of(set) << " " << name_of(stability) << " lid " << lid.value_or(0.0) << " t " << t) {
            BOOST_TEST(mass_in_the_air(puff, t, height, lid) == 7.0, tolerance(1e-9));
          }
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(so_it_is_in_calm_air) {
  for (const double u : {0.0, 0.3}) {
    for (const std::optional<double> lid : {std::optional<double>(), std::optional(60.0)}) {
      for (const double t : {0.0, 20.0, 2000.0}) {
        const GaussianPuff puff(7.0, 0.5, {.wind_speed_m_s = u, .stability = Stability::E, .mixing_height_m = lid});
        BOOST_TEST_CONTEXT("u " << u << " lid " << lid.value_or(0.0) << " t " << t) {
          BOOST_TEST(mass_in_the_air(puff, t, 0.5, lid) == 7.0, tolerance(1e-9));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(at_the_moment_of_release_it_is_there_and_before_it_is_not) {
  const GaussianPuff puff(1.0, 5.0, {.wind_speed_m_s = 3.0});
  BOOST_TEST(mass_in_the_air(puff, 0.0, 5.0, std::nullopt) == 1.0, tolerance(1e-9));
  BOOST_TEST(puff.concentration_kg_m3(0.0, 0.0, 5.0, -1.0) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
