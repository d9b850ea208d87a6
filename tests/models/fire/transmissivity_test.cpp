#include "models/fire/transmissivity.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

using sise::Transmissivity;
using sise::TransmissivityFormula;

namespace {

Transmissivity by(TransmissivityFormula formula, double humidity = 0.7, double temperature_K = 288.0) {
  return {formula, humidity, temperature_K};
}

/// Air at 293.15 K with this much water vapour.
Transmissivity bagster(double vapour_pa) {
  return {TransmissivityFormula::bagster, vapour_pa / sise::saturated_vapour_pa(293.15), 293.15};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transmissivity)

// CPQRA example 2.27: pw 2810 Pa, path 149.5 m.
BOOST_AUTO_TEST_CASE(cpqra_2_27_transmissivity) {
  BOOST_TEST(bagster(2810.0).at(149.5) == 0.63, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(bagster_formula) {
  BOOST_TEST(bagster(2000.0).at(20.0) == 2.02 * std::pow(40000.0, -0.09), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(bagster(2000.0).at(1.0) == 1.0);
}

// Water boils at 100 degrees C, and its vapour pressure at 20 degrees C is 2339 Pa.
BOOST_AUTO_TEST_CASE(saturation_pressure_of_water) {
  BOOST_TEST(sise::saturated_vapour_pa(373.15) == 101325.0, boost::test_tools::tolerance(0.16));
  BOOST_TEST(sise::saturated_vapour_pa(293.15) == 2339.0, boost::test_tools::tolerance(0.02));
}

// 70 %, 288 K, 100 m with the polynomial written out.
BOOST_AUTO_TEST_CASE(wayne_formula) {
  const double x1 = std::log10(0.7 * 100.0 * std::exp(20.386 - 5132.0 / 288.0) * 288.651 / 288.0);
  const double x2 = std::log10(100.0 * 273.0 / 288.0);
  const double expected = 1.006 - 0.01171 * x1 - 0.02368 * x1 * x1 - 0.03188 * x2 + 0.001164 * x2 * x2;
  BOOST_TEST(by(TransmissivityFormula::wayne).at(100.0) == expected, boost::test_tools::tolerance(1e-12));
}

// Two independent fits of the same absorption.
BOOST_AUTO_TEST_CASE(wayne_and_bagster_agree_where_both_are_meant_for_use) {
  for (const double humidity : {0.3, 0.5, 0.7, 0.9}) {
    for (const double path : {30.0, 60.0, 80.0}) {
      const Transmissivity bagster = by(TransmissivityFormula::bagster, humidity);
      if (!bagster.in_range_of_use(path)) continue;
      BOOST_TEST(by(TransmissivityFormula::wayne, humidity).at(path) == bagster.at(path),
                 boost::test_tools::tolerance(0.03));
    }
  }
}

BOOST_AUTO_TEST_CASE(api_formula) {
  const double expected = 0.79 * std::pow(100.0 / 70.0, 1.0 / 16.0) * std::pow(100.0 * 0.3048 / 100.0, 1.0 / 16.0);
  BOOST_TEST(by(TransmissivityFormula::api).at(100.0) == expected, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(no_formula_absorbs_nothing) { BOOST_TEST(Transmissivity().at(500.0) == 1.0); }

BOOST_AUTO_TEST_CASE(transmissivity_falls_with_path_and_humidity_and_stays_between_0_and_1) {
  for (const auto formula :
       {TransmissivityFormula::bagster, TransmissivityFormula::wayne, TransmissivityFormula::api}) {
    for (double path = 0.1; path < 2000.0; path *= 1.3) {
      const double tau = by(formula).at(path);
      BOOST_TEST((tau > 0.0 && tau <= 1.0));
      BOOST_TEST(by(formula).at(path * 1.3) <= tau);
      BOOST_TEST(by(formula, 0.9).at(path) <= tau);
    }
  }
}

BOOST_AUTO_TEST_CASE(ranges_of_use) {
  BOOST_TEST(bagster(2000.0).in_range_of_use(20.0));
  BOOST_TEST(!bagster(2000.0).in_range_of_use(4.0));
  BOOST_TEST(!bagster(2000.0).in_range_of_use(51.0));
  BOOST_TEST(by(TransmissivityFormula::wayne).in_range_of_use(900.0));
  BOOST_TEST(!by(TransmissivityFormula::wayne).in_range_of_use(9.0));
  BOOST_TEST(!by(TransmissivityFormula::api).in_range_of_use(20.0));
}

BOOST_AUTO_TEST_CASE(names_round_trip) {
  for (const auto formula : sise::kTransmissivityFormulas) {
    BOOST_CHECK(sise::transmissivity_formula_from(sise::name_of(formula)) == formula);
  }
  BOOST_TEST(!sise::transmissivity_formula_from("Bagster").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
