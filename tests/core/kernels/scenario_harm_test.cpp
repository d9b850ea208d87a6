#include "core/kernels/scenario_harm.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "models/base/error.hpp"
#include "models/explosion/tnt.hpp"
#include "models/harm/outdoor_death.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_SUITE(scenario_harm)

BOOST_AUTO_TEST_CASE(prepared_probit_equals_the_pack_s_rule) {
  for (const ToxicProbit& probit : {chlorine, ammonia, hydrogen_chloride, nitrogen_dioxide}) {
    const ToxicRelease release{1.0, 600.0, 1.0, probit};
    const ToxicHarm prepared(release, aqt3046());
    for (const double c : {1e-6, 1e-5, 1e-4, 1e-3, 1e-2}) {
      const double expected = outdoor_toxic_death(aqt3046(), probit, c * 1e6, 600.0);
      BOOST_TEST(std::abs(prepared.probability(std::log(c)) - expected) <= 1e-12 * expected + 1e-300, c);
    }
  }
}

BOOST_AUTO_TEST_CASE(exposure_is_the_duration_up_to_the_cap) {
  const double ln_c = std::log(2e-3);
  const auto death = [&](double duration_s) {
    return ToxicHarm({1.0, duration_s, 1.0, ammonia}, aqt3046()).probability(ln_c);
  };
  BOOST_TEST(death(600.0) < death(1800.0));
  BOOST_TEST(death(1800.0) == death(7200.0));
}

// The peak of a short cloud far away, for as long as its release lasts, would be a tenth of the load that passes.
BOOST_AUTO_TEST_CASE(a_short_dense_release_is_felt_as_the_steady_cloud_while_it_lasts) {
  RiskInputs inputs;
  inputs.harm = aqt3046();
  ToxicRelease release{3.0, 120.0, 1.0, chlorine};
  release.dispersion = dense_dispersion;
  release.gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  const auto at_5_km = [&] {
    const std::array<double, 1> x{5000.0};
    const std::array<double, 1> y{0.0};
    std::array<double, 1> value{};
    field_in(inputs, release, release.rate_kg_s, 1.5, Stability::F)->values(x, y, value);
    return value.front();
  };
  const double brief = at_5_km();
  release.duration_s = 1800.0;
  BOOST_TEST(brief > 0.0);
  BOOST_TEST(brief == at_5_km());
}

BOOST_AUTO_TEST_CASE(no_gas_no_harm) {
  const ToxicHarm harm_of({1.0, 600.0, 1.0, chlorine}, aqt3046());
  BOOST_TEST(harm_of.probability(-std::numeric_limits<double>::infinity()) == 0.0);
}

BOOST_AUTO_TEST_CASE(cut_off_leaves_out_unlikely_deaths_only) {
  HarmPack pack = aqt3046();
  pack.min_probability = 0.01;
  BOOST_TEST(with_cut_off(0.00999, pack) == 0.0);
  BOOST_TEST(with_cut_off(0.01, pack) == 0.01);
  const ToxicRelease release{1.0, 1800.0, 1.0, ammonia};
  const double ln_c = std::log(1.5e-3);
  const double uncut = ToxicHarm(release, aqt3046()).probability(ln_c);
  BOOST_TEST_REQUIRE(uncut > 0.0);
  BOOST_TEST_REQUIRE(uncut < 0.01);
  BOOST_TEST(ToxicHarm(release, pack).probability(ln_c) == 0.0);
}

BOOST_AUTO_TEST_CASE(one_tonne_of_tnt_kills_outdoors_to_68_m) {
  // GB 6722-2014: 30 kPa at 6.79 m/kg^(1/3).
  const double radius = lethal_radius_m({1000.0}, ModelChoice{}, aqt3046());
  BOOST_TEST(std::abs(radius - 67.9) < 0.05);
  BOOST_TEST(overpressure_pa(BlastCurve::gb6722, 1000.0, radius) == 30000.0, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_curve_without_that_pressure_is_an_error_not_a_zero) {
  ModelChoice model;
  model.blast_curve = BlastCurve::sadovsky;
  HarmPack pack = aqt3046();
  pack.lethal_overpressure_pa = 1.0;
  BOOST_CHECK_THROW(static_cast<void>(lethal_radius_m({1000.0}, model, pack)), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
