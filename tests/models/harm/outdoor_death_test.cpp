#include "models/harm/outdoor_death.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "tests/models/harm/aqt3046.hpp"

namespace {

using sise::testing::aqt3046;

constexpr sise::ToxicProbit kChlorine{-6.35, 0.5, 2.75};

}  // namespace

BOOST_AUTO_TEST_CASE(exposure_counts_half_an_hour_at_most) {
  const double half_hour = sise::outdoor_toxic_death(aqt3046(), kChlorine, 800.0, 1800.0);
  BOOST_TEST(sise::outdoor_toxic_death(aqt3046(), kChlorine, 800.0, 7200.0) == half_hour);
  BOOST_TEST(sise::outdoor_toxic_death(aqt3046(), kChlorine, 800.0, 600.0) < half_hour);
}

BOOST_AUTO_TEST_CASE(thirty_kilopascals_kill_outdoors_and_less_does_not) {
  BOOST_TEST(sise::outdoor_blast_death(aqt3046(), 30000.0) == 1.0);
  BOOST_TEST(sise::outdoor_blast_death(aqt3046(), std::nextafter(30000.0, 0.0)) == 0.0);
  BOOST_TEST(std::isnan(sise::outdoor_blast_death(aqt3046(), std::numeric_limits<double>::quiet_NaN())));
}

BOOST_AUTO_TEST_CASE(strong_radiation_kills_whatever_the_exposure) {
  BOOST_TEST(sise::outdoor_heat_death(aqt3046(), 37500.0, 0.1) == 1.0);
  BOOST_TEST(sise::outdoor_heat_death(aqt3046(), 37499.0, 0.1) < 1e-6);
  BOOST_TEST(sise::outdoor_heat_death(aqt3046(), 12500.0, 600.0) == sise::outdoor_heat_death(aqt3046(), 12500.0, 20.0));
}

BOOST_AUTO_TEST_CASE(a_cut_off_drops_small_probabilities_only) {
  sise::HarmPack pack = aqt3046();
  const double concentration = sise::concentration_mg_m3_of(kChlorine, 2.5, 1800.0);
  BOOST_TEST(sise::outdoor_toxic_death(pack, kChlorine, concentration, 1800.0) > 0.0);
  pack.min_probability = 0.01;
  BOOST_TEST(sise::outdoor_toxic_death(pack, kChlorine, concentration, 1800.0) == 0.0);
  BOOST_TEST(sise::outdoor_toxic_death(pack, kChlorine, 10.0 * concentration, 1800.0) > 0.01);
}

namespace {

sise::HarmPack by_functions() {
  sise::HarmPack pack;
  pack.effects = {{"lung", {}, sise::OverpressureProbit{-77.1, 6.91}, "", sise::Confidence::seen},
                  {"head", {}, sise::BodyProbit{8.49, 2430.0, 4e8}, "", sise::Confidence::seen}};
  pack.blast_death = {"lung"};
  return pack;
}

}  // namespace

BOOST_AUTO_TEST_CASE(blast_death_by_a_function_of_the_pack) {
  const sise::HarmPack pack = by_functions();
  BOOST_TEST(sise::outdoor_blast_death(pack, 144.5e3) == 0.5, boost::test_tools::tolerance(0.02));
  BOOST_TEST(sise::outdoor_blast_death(pack, 144.5e3, 1.0) == sise::outdoor_blast_death(pack, 144.5e3));
  BOOST_TEST(sise::outdoor_blast_death(pack, 0.0) == 0.0);
  BOOST_TEST(std::isnan(sise::outdoor_blast_death(pack, std::numeric_limits<double>::quiet_NaN())));
}

// Harms are independent: 1 - (1 - P1)(1 - P2).
BOOST_AUTO_TEST_CASE(blast_harms_of_a_pack_add_up) {
  sise::HarmPack pack = by_functions();
  const double lung = sise::outdoor_blast_death(pack, 120e3, 3000.0);
  pack.blast_death = {"head"};
  const double head = sise::outdoor_blast_death(pack, 120e3, 3000.0);
  BOOST_TEST(pack.blast_death_needs_impulse());
  BOOST_TEST(std::isnan(sise::outdoor_blast_death(pack, 120e3)));
  pack.blast_death = {"lung", "head"};
  const double both = 1.0 - (1.0 - lung) * (1.0 - head);
  BOOST_TEST(sise::outdoor_blast_death(pack, 120e3, 3000.0) == both, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_pack_without_a_rule_says_so) {
  const sise::HarmPack empty;
  BOOST_TEST(!empty.knows_blast_death());
  BOOST_TEST(!empty.knows_heat_death());
  BOOST_TEST(aqt3046().knows_blast_death());
  BOOST_TEST(aqt3046().knows_heat_death());
  BOOST_TEST(sise::outdoor_heat_death(empty, 1e6, 60.0) == 0.0);
}
