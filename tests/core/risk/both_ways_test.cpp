#include <boost/test/unit_test.hpp>

#include "core/risk/risk_model.hpp"
#include "tests/core/risk/risk_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_SUITE(both_ways)

// Everybody dies within 300 m one way and within 140 m the other, each 5e-7 a year.
BOOST_AUTO_TEST_CASE(a_place_that_one_way_alone_reaches_may_be_off_by_that_way) {
  WindRose rose;
  rose.rows = {{0.0, Stability::D, 4.0, 1.0}};
  RiskCase one = explosion_case("one", 5e-7, 90000.0);
  RiskCase other = explosion_case("other", 5e-7, 9000.0);
  one.way = AccidentWay::one;
  other.way = AccidentWay::other;
  const RiskCase besides = explosion_case("besides", 1e-6, 200000.0);
  const RiskModel model(
      inputs_with(rose, {unit_at("u", {0.0, 0.0}, {one, other, besides}), unit_at("v", {50.0, 0.0}, {besides})}));
  const auto near = boost::test_tools::tolerance(1e-6);
  BOOST_TEST(model.may_be_off(0, {200.0, 0.0}) == 5e-7, near);
  BOOST_TEST(model.may_be_off(0, {100.0, 0.0}) == 0.0);  // both ways kill there
  BOOST_TEST(model.may_be_off(0, {350.0, 0.0}) == 0.0);  // neither does
  BOOST_TEST(model.may_be_off(1, {200.0, 0.0}) == 0.0);  // goes one way only
}

BOOST_AUTO_TEST_CASE(a_jet_that_lies_reaches_farther_than_one_that_stands) {
  WindRose rose;
  rose.rows = {{std::nullopt, Stability::D, 4.0, 1.0}};
  RiskCase lies = effect_case(5e-7, {jet_fire()});
  lies.way = AccidentWay::one;
  RiskCase stands = lies;
  stands.way = AccidentWay::other;
  std::get<JetFireEvent>(stands.effects.front()).source.jet_angle_deg = 90.0;
  const RiskModel model(inputs_with(rose, {unit_at("u", {0.0, 0.0}, {lies, stands})}));
  const RiskModel lying(inputs_with(rose, {unit_at("u", {0.0, 0.0}, {lies})}));
  const RiskModel standing(inputs_with(rose, {unit_at("u", {0.0, 0.0}, {stands})}));
  const Point place{60.0, 0.0};
  const double off = lying.risk_at(place, lying.all_units()) - standing.risk_at(place, standing.all_units());
  BOOST_TEST(off > 0.0);
  BOOST_TEST(model.may_be_off(0, place) == off, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
