// Briggs' rise: the guide's own numbers, and the places where two of its formulas must meet.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"
#include "models/dispersion/plume_rise.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

const StackGas kWarm{2.5, 25.0, 450.0};
const StackAir kNeutralStack{5.0, Stability::D, 293.0};

double final_rise(const StackGas& gas, const StackAir& air) { return PlumeRise(gas, air).final_rise_m(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(plume_rise)

// Worked by hand from the formulas of the ISC3 guide: F_b = 9.80616 * 25 * 6.25 * 157/1800, rise = 38.71 F^0.6/u.
BOOST_AUTO_TEST_CASE(a_power_stations_stack_in_neutral_air) {
  const PlumeRise rise(kWarm, kNeutralStack);
  BOOST_TEST(rise.buoyant());
  BOOST_TEST(rise.buoyancy_flux_m4_s3() == 133.643, tolerance(1e-5));
  BOOST_TEST(rise.momentum_flux_m4_s2() == 635.851, tolerance(1e-5));
  BOOST_TEST(rise.final_rise_m() == 38.71 * std::pow(133.643, 0.6) / 5.0, tolerance(1e-5));
  BOOST_TEST(rise.final_distance_m() == 119.0 * std::pow(133.643, 0.4), tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(the_same_stack_in_class_f) {
  const PlumeRise rise(kWarm, {2.0, Stability::F, 293.0});
  const double s = 9.80616 * 0.035 / 293.0;
  BOOST_TEST(rise.final_rise_m() == 2.6 * std::cbrt(133.643 / (2.0 * s)), tolerance(1e-5));
  BOOST_TEST(rise.final_distance_m() == 2.0715 * 2.0 / std::sqrt(s), tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(gradual_rise_meets_the_final_one) {
  // The guide rounds its coefficients; the two-thirds law and the final rise agree where it puts the end of the rise.
  for (const double excess_K : {20.0, 60.0, 157.0, 400.0}) {
    for (const Stability stability : {Stability::B, Stability::D, Stability::E, Stability::F}) {
      const PlumeRise rise({2.5, 25.0, 293.0 + excess_K}, {4.0, stability, 293.0});
      const double end = rise.final_distance_m();
      if (rise.buoyant()) BOOST_TEST(rise.rise_m(0.999999 * end) == rise.final_rise_m(), tolerance(6e-3));
      BOOST_TEST(rise.rise_m(end) == rise.final_rise_m());
    }
  }
}

BOOST_AUTO_TEST_CASE(the_rise_never_falls_with_distance_and_never_passes_the_final_one) {
  for (const double temperature_K : {293.0, 300.0, 320.0, 500.0}) {
    for (const Stability stability : {Stability::A, Stability::D, Stability::DE, Stability::F}) {
      const PlumeRise rise({1.0, 12.0, temperature_K}, {3.0, stability, 293.0});
      double before = rise.rise_m(0.0);
      for (double x = 1.0; x < 3000.0; x *= 1.1) {
        BOOST_TEST(rise.rise_m(x) >= before - 1e-12);
        before = rise.rise_m(x);
      }
      BOOST_TEST(before == rise.final_rise_m());
    }
  }
}

// The crossover temperature is where buoyancy and momentum lift alike.
BOOST_AUTO_TEST_CASE(buoyancy_and_momentum_meet_at_the_crossover) {
  for (const Stability stability : {Stability::D, Stability::E}) {
    double low = 293.1;
    double high = 400.0;
    const auto buoyant = [&](double gas_K) { return PlumeRise({0.6, 15.0, gas_K}, {2.0, stability, 293.0}).buoyant(); };
    BOOST_REQUIRE(!buoyant(low));
    BOOST_REQUIRE(buoyant(high));
    for (int i = 0; i < 60; ++i) (buoyant(0.5 * (low + high)) ? high : low) = 0.5 * (low + high);
    const double below = final_rise({0.6, 15.0, low}, {2.0, stability, 293.0});
    const double above = final_rise({0.6, 15.0, high}, {2.0, stability, 293.0});
    BOOST_TEST(above == below, tolerance(0.02));
  }
}

BOOST_AUTO_TEST_CASE(where_the_guide_changes_formulas_at_55_the_jump_is_small) {
  const auto with_flux = [](double flux) {
    const double excess_share = 4.0 * flux / (9.80616 * 10.0 * 4.0);  // (Ts - Ta)/Ts for d = 2 m, v = 10 m/s
    return PlumeRise({2.0, 10.0, 293.0 / (1.0 - excess_share)}, {4.0, Stability::D, 293.0});
  };
  BOOST_TEST(with_flux(54.999).final_rise_m() == with_flux(55.001).final_rise_m(), tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(stack_tip_downwash) {
  const PlumeRise slow({1.0, 3.0, 293.0}, {4.0, Stability::D, 293.0});
  BOOST_TEST(slow.downwash_m() == 2.0 * (0.75 - 1.5), tolerance(1e-14));
  BOOST_TEST(slow.rise_m(0.0) == slow.downwash_m());
  BOOST_TEST(PlumeRise({1.0, 6.0, 293.0}, {4.0, Stability::D, 293.0}).downwash_m() == 0.0);
}

BOOST_AUTO_TEST_CASE(cold_gas_rises_by_its_momentum_only) {
  const PlumeRise cold({1.0, 12.0, 250.0}, {4.0, Stability::D, 293.0});
  BOOST_TEST(!cold.buoyant());
  BOOST_TEST(cold.buoyancy_flux_m4_s3() == 0.0);
  BOOST_TEST(cold.final_rise_m() == 3.0 * 12.0 / 4.0, tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(stable_momentum_rise_is_never_above_the_neutral_one) {
  const StackGas jet{0.2, 3.0, 293.0};
  for (const double gradient : {1e-5, 1e-3, 0.02, 0.05}) {
    const StackAir air{2.0, Stability::F, 293.0, gradient};
    BOOST_TEST(final_rise(jet, air) <= final_rise(jet, {2.0, Stability::D, 293.0}) + 1e-12);
  }
}

BOOST_AUTO_TEST_CASE(more_wind_and_more_stability_mean_less_rise) {
  double before = 1e9;
  for (const double wind : {1.0, 2.0, 5.0, 10.0}) {
    const double now = final_rise(kWarm, {wind, Stability::D, 293.0});
    BOOST_TEST(now < before);
    before = now;
  }
  before = 1e9;
  for (const Stability stability : {Stability::DE, Stability::E, Stability::EF, Stability::F}) {
    const double now = final_rise(kWarm, {2.0, stability, 293.0});
    BOOST_TEST(now < before);
    before = now;
  }
}

BOOST_AUTO_TEST_CASE(impossible_stacks_are_refused_with_everything_that_is_wrong) {
  try {
    const PlumeRise rise({0.0, -1.0, 0.0}, {0.0, Stability::F, 293.0, -0.01});
    BOOST_FAIL("no error");
  } catch (const ModelError& error) {
    BOOST_TEST(error.diagnostics().size() == 5U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
