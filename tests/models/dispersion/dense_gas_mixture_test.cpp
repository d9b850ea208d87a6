// Temperature, density and droplets of a cloud: ammonia and chlorine in moist and in dry air.
#include "models/dispersion/dense_gas_mixture.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/models/dispersion/dense_gas_cases.hpp"

namespace tt = boost::test_tools;
using namespace sise;

namespace {

bool has_droplets(const MixtureState& s, double m) { return m - s.vapour_share > 1e-12 * m; }

/// The mass fraction at which the last droplet of the substance is gone.
double last_droplet(const DenseMixture& mixture) {
  double wet = 0.9;
  double dry = 1e-3;
  for (int i = 0; i < 60; ++i) {
    const double m = 0.5 * (wet + dry);
    (has_droplets(mixture.at(m, 0.0), m) ? wet : dry) = m;
  }
  return dry;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ammonia_with_81_per_cent_droplets_in_air_of_306_K, *boost::unit_test::tolerance(1e-3)) {
  const DenseMixture mixture(test::slab_ammonia(), moist_air(306.2, 101325.0, 0.213), 239.57, 0.81);
  const MixtureState half = mixture.at(0.5, 0.0);
  BOOST_TEST(half.temperature_K == 221.62);
  BOOST_TEST(half.density_kg_m3 == 2.0327);
  BOOST_TEST(half.vapour_share / 0.5 == 0.3365);
  const MixtureState tenth = mixture.at(0.1, 0.0);
  BOOST_TEST(tenth.temperature_K == 223.92);
  BOOST_TEST(tenth.density_kg_m3 == 1.4817);
  const double last = last_droplet(mixture);
  BOOST_TEST(last == 0.1150);
  BOOST_TEST(mixture.at(last, 0.0).temperature_K == 210.68);
}

BOOST_AUTO_TEST_CASE(chlorine_with_88_per_cent_droplets_in_air_of_276_K, *boost::unit_test::tolerance(1e-3)) {
  const DenseMixture mixture(test::slab_chlorine(), moist_air(276.0, 101325.0, 0.30), 239.1, 0.88);
  BOOST_TEST(mixture.pure().density_kg_m3 == 29.618);
  BOOST_TEST(mixture.at(0.5, 0.0).temperature_K == 204.41);
  BOOST_TEST(mixture.at(0.5, 0.0).density_kg_m3 == 2.8983);
  BOOST_TEST(last_droplet(mixture) == 0.2550);
}

// Fluid of the HSE's ammonia trials: about 205 K, 14 mol per cent, 1.46 kg/m3.
BOOST_AUTO_TEST_CASE(dry_ammonia_at_90_9_kPa_loses_its_last_droplet, *boost::unit_test::tolerance(1e-3)) {
  const DenseMixture mixture(test::slab_ammonia(), moist_air(302.0, 90900.0, 0.0), 239.57, 0.81);
  const double last = last_droplet(mixture);
  BOOST_TEST(last == 0.0973);
  BOOST_TEST(mixture.at(last, 0.0).temperature_K == 206.73);
  BOOST_TEST(mixture.at(last, 0.0).density_kg_m3 == 1.4339);
  BOOST_TEST(mixture.volume_fraction(last) == 0.155, tt::tolerance(3e-3));
}

BOOST_AUTO_TEST_CASE(pure_vapour_and_pure_air_are_what_they_were) {
  const DenseMixture mixture(test::slab_methane(), moist_air(306.0, 94000.0, 0.4), 111.66, 0.0);
  BOOST_TEST(mixture.pure().temperature_K == 111.66, tt::tolerance(1e-9));
  const MixtureState air = mixture.at(0.0, 0.0);
  BOOST_TEST(air.temperature_K == 306.0, tt::tolerance(1e-9));
  BOOST_TEST(air.density_kg_m3 == mixture.air().density_kg_m3, tt::tolerance(1e-9));
  for (const double c : {0.001, 0.2, 1.0}) {
    BOOST_TEST(mixture.volume_fraction(mixture.mass_fraction(c)) == c, tt::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(heat_from_the_ground_warms_and_thins) {
  const DenseMixture mixture(test::slab_ammonia(), moist_air(290.0, 101325.0, 0.8), 239.57, 0.7);
  for (const double m : {0.02, 0.1, 0.4, 0.9}) {
    BOOST_TEST(mixture.at(m, 2000.0).temperature_K >= mixture.at(m, 0.0).temperature_K);
    BOOST_TEST(mixture.at(m, 2000.0).density_kg_m3 < mixture.at(m, 0.0).density_kg_m3);
  }
}

// The state hangs smoothly on the mixing ratio, also where fog begins and droplets end.
BOOST_AUTO_TEST_CASE(density_has_no_jump_along_the_mixing_line) {
  const DenseMixture mixture(test::slab_chlorine(), moist_air(293.15, 101325.0, 0.9), 239.1, 0.8);
  double before = mixture.pure().density_kg_m3;
  for (double m = 1.0; m > 1e-5; m *= 0.9995) {
    const double density = mixture.at(m, 0.0).density_kg_m3;
    BOOST_REQUIRE(std::abs(density / before - 1.0) < 0.02);
    before = density;
  }
}

BOOST_AUTO_TEST_CASE(a_gas_without_a_liquid_never_condenses) {
  DenseSubstance gas = test::slab_methane();
  gas.heat_of_vaporization_J_kg = 0.0;
  const DenseMixture mixture(gas, moist_air(306.0, 101325.0, 0.0), 90.0, 0.0);
  BOOST_TEST(mixture.pure().temperature_K == 90.0, tt::tolerance(1e-9));
  for (double m = 1.0; m > 1e-6; m *= 0.7) BOOST_TEST(std::isfinite(mixture.at(m, 0.0).density_kg_m3));
}
